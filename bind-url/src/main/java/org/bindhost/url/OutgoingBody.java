package org.bindhost.url;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.RequestBody;
import org.eclipse.jetty.io.Content;

/**
 * The body of a request, read from the client's channel as the server takes it: on a thread that
 * may wait, one piece at a time, and never more than that one in memory.
 *
 * <p>Invariant: a piece is read only when the last one was let go, so that one buffer is enough.
 */
final class OutgoingBody implements Outgoing {

    private static final int PIECE_BYTES = 16 * 1024;

    private final OutgoingHead head;
    private final RequestBody body;
    private final Executor waiting;
    private final LongSupplier nanos;

    // Touched by the one reading at a time.
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long sent;

    private Optional<ReadableByteChannel> channel = Optional.empty();
    private Optional<Content.Chunk> piece = Optional.empty();
    private Optional<Long> takenAt = Optional.empty(); // empty while the client is waited for
    private boolean taken;
    private boolean over;

    /**
     * Creates a body that is not open yet.
     *
     * @param waiting runs what may wait
     * @param nanos the time
     */
    OutgoingBody(OutgoingHead head, RequestBody body, Executor waiting, LongSupplier nanos) {
        this.head = head;
        this.body = body;
        this.waiting = waiting;
        this.nanos = nanos;
    }

    @Override
    public Optional<OutgoingHead> head() {
        return Optional.of(head);
    }

    @Override
    public String getContentType() {
        return head.mediaType().orElse(null);
    }

    @Override
    public long getLength() {
        return head.length().orElse(-1);
    }

    @Override
    public synchronized Content.Chunk read() {
        Content.Chunk next = piece.orElse(null);
        piece = Optional.ofNullable(Content.Chunk.next(next));
        takenAt = Optional.of(nanos.getAsLong());
        taken |= next != null && next.isLast();
        return next;
    }

    @Override
    public void demand(Runnable ready) {
        synchronized (this) {
            takenAt = Optional.empty();
        }
        try {
            waiting.execute(() -> prepare(ready));
        } catch (RejectedExecutionException e) { // the driver is stopping
            fail(new BindException(Reason.DRIVER_GONE, "the driver of URLs is stopping"));
            ready.run();
        }
    }

    private void prepare(Runnable ready) {
        try {
            if (!isOver()) {
                prepared(next());
            }
        } catch (BindException e) {
            fail(e);
        } catch (IOException | RuntimeException e) { // it is the client's, and may throw anything
            fail(head.failure("cannot be read: " + e));
        }
        ready.run();
    }

    private synchronized boolean isOver() {
        return over;
    }

    private Content.Chunk next() throws IOException, BindException {
        ReadableByteChannel from = open();
        if (buffer.capacity() == 0) {
            buffer = ByteBuffer.allocate(PIECE_BYTES);
        }
        int count = from.read(buffer.clear());
        if (count == 0) {
            throw head.failure("comes from a channel that does not wait");
        }
        sent += Math.max(0, count);
        long length = head.length().orElse(Long.MAX_VALUE);
        boolean isLong =
                sent > length || (sent == length && from.read(ByteBuffer.allocate(1)) >= 0);
        if (isLong || (count < 0 && sent < head.length().orElse(0))) {
            throw head.failure("has " + (isLong ? "more" : "fewer") + " bytes than it announced");
        }
        return count < 0 ? Content.Chunk.EOF : Content.Chunk.from(buffer.flip(), sent == length);
    }

    private ReadableByteChannel open() throws IOException {
        if (channel.isEmpty()) {
            ReadableByteChannel opened = body.open();
            synchronized (this) {
                channel = Optional.of(opened);
            }
        }
        return channel.get();
    }

    private void prepared(Content.Chunk chunk) {
        boolean unwanted;
        synchronized (this) {
            unwanted = over;
            piece = over ? piece : Optional.of(chunk);
        }
        if (unwanted || chunk.isLast()) {
            close(); // opened after it was given up, or read to its end
        }
    }

    /** Gives up what was not sent. */
    @Override
    public void fail(Throwable why) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            piece = Optional.of(Content.Chunk.from(why, true));
        }
        close();
    }

    /** Lets go of the channel; from any thread, which breaks off a read. */
    @Override
    public void close() {
        Optional<ReadableByteChannel> opened;
        synchronized (this) {
            over = true;
            opened = channel;
        }
        try {
            if (opened.isPresent()) {
                opened.get().close();
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(OutgoingBody.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing the body of a request", e);
        }
    }

    @Override
    public synchronized boolean isTaken() {
        return taken;
    }

    @Override
    public synchronized Duration left(Duration most) {
        return takenAt.map(at -> most.minusNanos(nanos.getAsLong() - at)).orElse(most);
    }
}
