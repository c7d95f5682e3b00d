package org.bindhost.core.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;

/** What all readers of a spool have in common: how they wait, fail and end. */
abstract class SpoolReader implements Reader {

    final Spool spool;
    private boolean closed;
    private boolean left;
    private Optional<BindException> failure = Optional.empty();

    SpoolReader(Spool spool) {
        this.spool = spool;
    }

    @Override
    public final boolean isClosed() {
        synchronized (spool) {
            return closed;
        }
    }

    /** Whether it was failed. Under the lock. */
    final boolean isFailed() {
        return failure.isPresent();
    }

    /** Fails if it was failed or closed. Under the lock. */
    final void checkOpen() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
        if (closed) {
            throw new IOException("closed");
        }
    }

    /** Waits until a byte has come, or none is to be read any more. */
    final void awaitByte(long offset) throws InterruptedIOException {
        synchronized (spool) {
            while (!closed && !spool.isPresent(offset) && !spool.isOver()) {
                try {
                    spool.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while waiting for data");
                }
            }
        }
    }

    /** Completes when a byte has come, or none is to be read any more. */
    final CompletionStage<Void> readyFor(long offset) {
        synchronized (spool) {
            return spool.waitFor(this, offset);
        }
    }

    @Override
    public final void fail(BindException cause) {
        synchronized (spool) {
            if (closed) {
                return;
            }
            failure = Optional.of(cause);
        }
        close();
    }

    @Override
    public final void close() {
        synchronized (spool) {
            closed = true;
        }
        leave();
    }

    /** Needs nothing of the spool any more; what it was given may be used still. */
    final void leave() {
        synchronized (spool) {
            if (left) {
                return;
            }
            left = true;
        }
        spool.remove(this);
    }
}
