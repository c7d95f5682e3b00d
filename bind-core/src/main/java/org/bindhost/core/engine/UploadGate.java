package org.bindhost.core.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bindhost.bind.BindException;
import org.bindhost.storage.PendingException;

/**
 * How far a writing may go: what the driver has asked for, of that what the scheduler has granted,
 * and of that what is not written yet. It lets a client's bytes through, by whoever brings them.
 *
 * <p>The scheduler is asked only when a client has something to write: who is slow holds no place.
 *
 * <p>Invariant: one at a time is inside, a thread that writes or the bytes that were handed over,
 * so that all go in the order in which they came. Nobody is called while the lock is held.
 */
final class UploadGate {

    /** What lies behind the gate. */
    interface Target {

        /** Asks the scheduler for so many of the bytes that the driver has asked for. */
        void want(long bytes);

        /** Gives granted bytes back: nobody is there who would write them. */
        void giveBack(long bytes);

        void write(ByteBuffer bytes) throws BindException;

        /** Completes when what was written has appeared; started once. */
        CompletionStage<Void> commit() throws BindException;

        void abort();

        boolean isSuspended();

        /** Has something done once the bind is not suspended. */
        void whenResumed(Runnable action);
    }

    private final Executor turns;
    private volatile Target target;

    private long asked;
    private long wished;
    private long granted;
    private long written;
    private long changes;
    private boolean inside;
    private boolean closed;
    private boolean committing;
    private Optional<BindException> failure = Optional.empty();
    private Optional<CompletableFuture<Void>> ready = Optional.empty();
    private Runnable onChange = () -> {};

    /**
     * Creates a gate that is shut.
     *
     * @param turns where those who wait for {@link PendingException#ready()} are told
     */
    UploadGate(Target target, Executor turns) {
        this.target = target;
        this.turns = turns;
    }

    Target target() {
        return target;
    }

    synchronized long written() {
        return written;
    }

    /** Sets what is done, besides waking those who wait, whenever bytes may move again. */
    void onChange(Runnable action) {
        onChange = action;
    }

    /** The driver asks for more. */
    void asked(long bytes) {
        synchronized (this) {
            asked += bytes;
        }
        changed();
    }

    /** The scheduler grants some of what was wanted. */
    void granted(long bytes) {
        boolean isWanted;
        synchronized (this) {
            wished -= bytes;
            isWanted = inside;
            granted += isWanted ? bytes : 0;
            asked += isWanted ? 0 : bytes;
        }
        if (!isWanted) {
            target.giveBack(bytes);
        }
        changed();
    }

    /** It is over; whoever keeps what is written to keeps nothing else with it. */
    void end(Optional<BindException> cause) {
        synchronized (this) {
            failure = failure.isPresent() ? failure : cause;
            closed |= cause.isEmpty();
            target = NothingBehind.IT;
        }
        changed();
    }

    /** Goes inside, if nobody is there, and nothing ends it. */
    synchronized boolean enter() throws IOException {
        check();
        boolean wasFree = !inside;
        inside = true;
        return wasFree;
    }

    /** Comes out; what was granted and not used is given back. */
    void leave() {
        long unused;
        synchronized (this) {
            unused = granted;
            asked += unused;
            granted = 0;
            inside = false;
        }
        if (unused > 0) {
            target.giveBack(unused);
        }
        changed();
    }

    /**
     * Says how much may be written now by who is inside, 0 or more, and asks for more if it is 0.
     * While the bind is suspended, the scheduler grants nothing.
     */
    long take(long most) throws IOException {
        long wish = 0;
        for (boolean again = true; again; again = wish > 0) {
            synchronized (this) {
                checkFailure();
                if (granted > 0) {
                    long count = Math.min(granted, most);
                    granted -= count;
                    return count;
                }
                wish = wished > 0 ? 0 : Math.min(asked, most);
                asked -= wish;
                wished += wish;
            }
            if (wish > 0) {
                target.want(wish); // often granted within
            }
        }
        return 0;
    }

    /** Writes what was taken. */
    void pass(ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        try {
            target.write(bytes);
        } catch (BindException e) {
            throw new IOException(e.getMessage(), e);
        }
        synchronized (this) {
            written += count;
        }
    }

    synchronized long changes() {
        return changes;
    }

    /** Waits for a change since a count of them; also the end of a suspension is one. */
    void awaitChangeSince(long seen) throws InterruptedIOException {
        watch();
        synchronized (this) {
            try {
                while (changes == seen) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting to write");
            }
        }
    }

    /**
     * Tells how much could go in now at most.
     *
     * @return 1 or more
     * @throws PendingException if nothing can
     */
    long room() throws IOException {
        boolean held = target.isSuspended();
        CompletableFuture<Void> stage;
        synchronized (this) {
            check();
            if (!held && !inside && asked > 0) {
                return asked;
            }
            stage = ready.orElseGet(CompletableFuture::new);
            ready = Optional.of(stage);
        }
        watch();
        throw new PendingException(
                "nothing can be written yet, and this thread must not wait",
                stage.minimalCompletionStage());
    }

    /** Has the end of a suspension noticed. */
    void watch() {
        if (target.isSuspended()) {
            target.whenResumed(this::changed);
        }
    }

    private void changed() {
        boolean held = target.isSuspended();
        Optional<CompletableFuture<Void>> told = Optional.empty();
        synchronized (this) {
            changes++;
            notifyAll();
            boolean open = closed || failure.isPresent() || (!held && !inside && asked > 0);
            if (open) {
                told = ready;
                ready = Optional.empty();
            }
            held &= ready.isPresent();
        }
        if (held) {
            watch();
        }
        told.ifPresent(stage -> turns.execute(() -> stage.complete(null)));
        onChange.run();
    }

    /**
     * Takes no more bytes.
     *
     * @return whether this call did it
     */
    synchronized boolean close() throws IOException {
        if (closed) {
            return false;
        }
        checkFailure();
        closed = true;
        return true;
    }

    synchronized boolean isInside() {
        return inside;
    }

    /** Claims the one commit. */
    synchronized boolean commits() throws IOException {
        checkFailure();
        boolean isFirst = !committing;
        committing = true;
        return isFirst;
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        checkFailure();
    }

    private void checkFailure() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
    }
}
