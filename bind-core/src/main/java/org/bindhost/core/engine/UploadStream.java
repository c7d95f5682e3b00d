package org.bindhost.core.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.bindhost.bind.BindException;
import org.bindhost.storage.PendingException;

/**
 * What a client writes to: waits until its bytes are asked for, passes them on, and commits when it
 * is closed. One thread writes at a time.
 */
final class UploadStream extends OutputStream {

    /** Where the bytes go. */
    interface Target {

        void write(ByteBuffer bytes) throws BindException;

        /** Completes when what was written has appeared, and the client has heard of it. */
        CompletionStage<Void> commit() throws BindException;
    }

    private final Target target;
    private final BooleanSupplier mustNotWait;

    private long granted;
    private long written;
    private boolean closed;
    private Optional<BindException> failure = Optional.empty();

    UploadStream(Target target, BooleanSupplier mustNotWait) {
        this.target = target;
        this.mustNotWait = mustNotWait;
    }

    synchronized void granted(long bytes) {
        granted += bytes;
        notifyAll();
    }

    synchronized void fail(BindException cause) {
        failure = Optional.of(cause);
        notifyAll();
    }

    synchronized long written() {
        return written;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int at = offset;
        int left = length;
        while (left > 0) {
            int count = take(left);
            try {
                target.write(ByteBuffer.wrap(bytes, at, count));
            } catch (BindException e) {
                throw new IOException(e.getMessage(), e);
            }
            at += count;
            left -= count;
        }
    }

    /** Waits until something may be written, and says how much. */
    private synchronized int take(int most) throws IOException {
        check();
        while (granted == 0) {
            checkMayWait("nothing can be written yet");
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting to write");
            }
            check();
        }
        int count = (int) Math.min(granted, most);
        granted -= count;
        written += count;
        return count;
    }

    private void checkMayWait(String why) throws IOException {
        if (mustNotWait.getAsBoolean()) {
            throw new PendingException(
                    why + ", and this thread must not wait",
                    CompletableFuture.completedStage(null));
        }
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            check();
            checkMayWait("a commit takes time");
            closed = true;
        }
        commit();
    }

    private void commit() throws IOException {
        try {
            target.commit().toCompletableFuture().get();
        } catch (BindException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted during the commit");
        }
    }
}
