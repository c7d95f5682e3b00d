package org.bindhost.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;

/** Writes within the demand of an upload, as the engine does. One thread writes, any may abort. */
final class DemandWriter {

    private final Subject subject;
    private final Upload upload;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Optional<BindException> failure = Optional.empty();
    private long open;

    DemandWriter(Subject subject, Upload upload, Duration patience) {
        this.subject = subject;
        this.upload = upload;
        this.patience = patience;
        upload.start(new Asked());
    }

    void write(byte[] bytes, int portion) throws BindException {
        for (int at = 0; at < bytes.length; ) {
            int length = take(Math.min(portion, bytes.length - at));
            var piece = ByteBuffer.wrap(bytes, at, length).slice().asReadOnlyBuffer();
            upload.write(piece);
            if (piece.hasRemaining()) {
                throw new AssertionError(piece.remaining() + " of " + length + " bytes not taken");
            }
            at += length;
        }
    }

    /** For a writer that is aborted meanwhile: refusing the rest is lawful, and so is taking it. */
    void writeUntilRefused(byte[] bytes) {
        try {
            write(bytes, 1_000);
        } catch (BindException e) {
            if (e.getMessage().isBlank()) {
                throw new AssertionError("a refusal says why", e);
            }
        }
    }

    void commit() throws BindException {
        subject.await(upload.commit());
    }

    void abort() {
        upload.abort();
        signal(Long.MAX_VALUE / 2); // whoever waits for demand is to find out by writing
    }

    private int take(int wanted) throws BindException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (open == 0 && failure.isEmpty()) {
                if (left <= 0) {
                    throw new AssertionError("the upload asks for nothing");
                }
                left = moved.awaitNanos(left);
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            int taken = (int) Math.min(open, wanted);
            open -= taken;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted, waiting for demand", e);
        } finally {
            lock.unlock();
        }
    }

    private void signal(long more) {
        lock.lock();
        try {
            open += more;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Asked implements Upload.Demand {

        @Override
        public void request(long bytes) {
            if (bytes < 1) {
                throw new AssertionError("a demand is 1 or more, not " + bytes);
            }
            signal(bytes);
        }

        @Override
        public void fail(BindException cause) {
            lock.lock();
            try {
                failure = Optional.of(cause);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
