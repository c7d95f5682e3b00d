package org.bindhost.core.engine;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.bindhost.bind.BindException;

/**
 * How a client writes. On a thread that may wait, a write returns when the driver has its bytes,
 * and a close when what was written has appeared. On one that must not, a write hands a copy of its
 * bytes over, or is pending until it can; and a close has the commit follow, whose outcome is the
 * bind's.
 */
final class UploadWriter {

    private final UploadGate gate;
    private final HandedOver handedOver;
    private final BooleanSupplier mustNotWait;

    UploadWriter(UploadGate gate, Executor waiting, BooleanSupplier mustNotWait) {
        this.gate = gate;
        this.handedOver = new HandedOver(gate, waiting);
        this.mustNotWait = mustNotWait;
    }

    /**
     * Writes bytes.
     *
     * @param whole whether all of them, also where that means a larger copy; otherwise what fits
     * @return how many
     */
    int write(ByteBuffer bytes, boolean whole) throws IOException {
        if (!bytes.hasRemaining()) {
            return 0;
        }
        return mustNotWait.getAsBoolean() ? handOver(bytes, whole) : writeAll(bytes);
    }

    private int handOver(ByteBuffer bytes, boolean whole) throws IOException {
        long room = gate.room();
        while (!gate.enter()) {
            room = gate.room(); // somebody else was let in before
        }
        int count = whole ? bytes.remaining() : (int) Math.min(room, bytes.remaining());
        handedOver.write(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
        return count;
    }

    private int writeAll(ByteBuffer bytes) throws IOException {
        int start = bytes.position();
        enter();
        try {
            while (bytes.hasRemaining()) {
                long seen = gate.changes();
                int count = (int) gate.take(bytes.remaining());
                if (count == 0) {
                    gate.awaitChangeSince(seen);
                } else {
                    gate.pass(bytes.slice(bytes.position(), count));
                    bytes.position(bytes.position() + count);
                }
            }
            return bytes.position() - start;
        } catch (InterruptedIOException e) {
            e.bytesTransferred = bytes.position() - start;
            throw e;
        } finally {
            gate.leave();
        }
    }

    private void enter() throws IOException {
        long seen = gate.changes();
        while (!gate.enter()) {
            gate.awaitChangeSince(seen);
            seen = gate.changes();
        }
    }

    void close() throws IOException {
        if (!gate.close()) {
            return;
        }
        if (gate.isInside() && !handedOver.isPending()) {
            gate.target().abort();
            throw new IOException("closed while another thread wrote: nothing was committed");
        }
        if (mustNotWait.getAsBoolean()) {
            handedOver.commit();
            return;
        }
        try {
            awaitEnd();
        } catch (InterruptedIOException e) {
            handedOver.commit(); // the waiting is broken off, not the commit
            throw e;
        }
        commit();
    }

    private void awaitEnd() throws IOException {
        long seen = gate.changes();
        while (gate.isInside() || gate.target().isSuspended()) {
            gate.awaitChangeSince(seen);
            seen = gate.changes();
        }
    }

    private void commit() throws IOException {
        if (!gate.commits()) {
            return;
        }
        try {
            gate.target().commit().toCompletableFuture().get();
        } catch (BindException e) {
            throw new IOException(e.getMessage(), e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted during the commit, which goes on");
        }
    }
}
