package org.bindhost.shell;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Binder;

/**
 * The bind contexts of the verbs now running, so that stopping the bundle ends them.
 *
 * <p>Invariant, under {@code lock}: {@code open} holds the leases not yet closed, and grows only
 * while {@code closing} is {@code false}.
 */
final class OpenContexts {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closed = lock.newCondition();
    private final Set<Lease> open = new HashSet<>();
    private boolean closing;

    /** A context that its verb closes last of all, when its files are cleared away. */
    record Lease(OpenContexts owner, BindContext context) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
            owner.remove(this);
        }
    }

    Lease open(Binder binder, BindOptions options) {
        Lease lease = new Lease(this, binder.createBindContext(options));
        if (!add(lease)) {
            lease.context().close();
            throw new IllegalStateException("the shell is stopping");
        }
        return lease;
    }

    /** Ends every bind, and waits for the verbs to clear up, but no longer than is said. */
    void close(Duration patience) {
        refuseMore().forEach(lease -> lease.context().close());
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!open.isEmpty() && left > 0) {
                left = closed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private List<Lease> refuseMore() {
        lock.lock();
        try {
            closing = true;
            return List.copyOf(open);
        } finally {
            lock.unlock();
        }
    }

    private boolean add(Lease lease) {
        lock.lock();
        try {
            return !closing && open.add(lease);
        } finally {
            lock.unlock();
        }
    }

    private void remove(Lease lease) {
        lock.lock();
        try {
            open.remove(lease);
            closed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
