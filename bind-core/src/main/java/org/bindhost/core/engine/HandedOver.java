package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;

/**
 * What a client wrote where it must not wait, and the commit that it asked for there: both are
 * carried through on threads that may wait.
 */
final class HandedOver {

    private final UploadGate gate;
    private final Executor waiting;
    private final AtomicInteger rounds = new AtomicInteger();
    private Optional<ByteBuffer> rest = Optional.empty();
    private boolean commit;

    HandedOver(UploadGate gate, Executor waiting) {
        this.gate = gate;
        this.waiting = waiting;
        gate.onChange(this::goOn);
    }

    /** Takes a copy of bytes, of which the gate has let in whoever calls. */
    void write(ByteBuffer bytes) {
        var copy = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        synchronized (this) {
            rest = Optional.of(copy);
        }
        goOn();
    }

    /** Commits once all is written. */
    void commit() {
        synchronized (this) {
            commit = true;
        }
        goOn();
    }

    synchronized boolean isPending() {
        return rest.isPresent();
    }

    private synchronized boolean hasWork() {
        return rest.isPresent() || commit;
    }

    private void goOn() {
        if (!hasWork() || rounds.getAndIncrement() > 0) {
            return;
        }
        try {
            waiting.execute(this::work);
        } catch (RejectedExecutionException e) {
            drop(); // the engine is closing, and has ended the bind
        }
    }

    private void work() {
        int seen = 1;
        while (seen > 0) {
            try {
                workOnce();
            } catch (IOException e) {
                drop(); // the bind has ended with it
            }
            seen = rounds.addAndGet(-seen);
        }
    }

    private void workOnce() throws IOException {
        Optional<ByteBuffer> bytes;
        synchronized (this) {
            bytes = rest;
        }
        if (bytes.isEmpty() || isWritten(bytes.get())) {
            commitIfAsked();
        }
    }

    private boolean isWritten(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int count = (int) gate.take(bytes.remaining());
            if (count == 0) {
                return false; // until that changes
            }
            gate.pass(bytes.slice(bytes.position(), count).asReadOnlyBuffer());
            bytes.position(bytes.position() + count);
        }
        synchronized (this) {
            rest = Optional.empty();
        }
        gate.leave();
        return true;
    }

    private void commitIfAsked() throws IOException {
        synchronized (this) {
            if (!commit) {
                return;
            }
        }
        if (gate.target().isSuspended()) {
            gate.watch();
            return;
        }
        drop();
        if (gate.commits()) {
            try {
                var unused = gate.target().commit(); // its outcome is the bind's
            } catch (BindException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
    }

    private synchronized void drop() {
        rest = Optional.empty();
        commit = false;
    }
}
