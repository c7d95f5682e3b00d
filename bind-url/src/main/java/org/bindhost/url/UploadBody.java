package org.bindhost.url;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;
import org.bindhost.spi.Upload;
import org.eclipse.jetty.io.Content;

/**
 * The body of a request as it is written: what comes waits here until the connection takes it.
 *
 * <p>Invariant: what is granted, what waits and what is being sent are never more than the window
 * together; bytes are granted anew when they were sent. Nobody is called while the lock is held.
 */
final class UploadBody implements Outgoing {

    /**
     * As much as is under way at once; what is written is not slowed down by waiting for grants.
     */
    static final int WINDOW_BYTES = 128 * 1024;

    private static final int PIECE_BYTES = 16 * 1024;

    private final LongSupplier nanos;
    private final Deque<ByteBuffer> waiting = new ArrayDeque<>(); // to be flipped
    private Optional<Upload.Demand> demand = Optional.empty();
    private Optional<Runnable> ready = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();
    private Optional<Long> takenAt = Optional.empty(); // empty while the client is waited for
    private boolean ended;
    private boolean taken;

    UploadBody(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public Optional<OutgoingHead> head() {
        return Optional.empty();
    }

    void start(Upload.Demand itsDemand) {
        synchronized (this) {
            demand = Optional.of(itsDemand);
        }
        itsDemand.request(WINDOW_BYTES);
    }

    /**
     * Takes bytes, all of them.
     *
     * @return why not, if it does not
     */
    Optional<Throwable> write(ByteBuffer bytes) {
        Optional<Runnable> waker;
        synchronized (this) {
            if (failure.isPresent()) {
                return failure;
            }
            while (bytes.hasRemaining()) {
                copy(bytes);
            }
            waker = ready;
            ready = Optional.empty();
        }
        waker.ifPresent(Runnable::run);
        return Optional.empty();
    }

    private void copy(ByteBuffer bytes) {
        if (waiting.isEmpty() || !waiting.getLast().hasRemaining()) {
            waiting.add(ByteBuffer.allocate(PIECE_BYTES));
        }
        ByteBuffer last = waiting.getLast();
        int count = Math.min(last.remaining(), bytes.remaining());
        last.put(bytes.slice(bytes.position(), count));
        bytes.position(bytes.position() + count);
    }

    /** What was written is all. */
    void end() {
        Optional<Runnable> waker;
        synchronized (this) {
            ended = true;
            waker = ready;
            ready = Optional.empty();
        }
        waker.ifPresent(Runnable::run);
    }

    @Override
    public synchronized Content.Chunk read() {
        if (failure.isPresent()) {
            return Content.Chunk.from(failure.get(), true);
        }
        if (waiting.isEmpty() && !ended) {
            return null;
        }
        takenAt = Optional.of(nanos.getAsLong());
        if (waiting.isEmpty()) {
            taken = true;
            return Content.Chunk.EOF;
        }
        ByteBuffer next = waiting.removeFirst().flip();
        int count = next.remaining();
        taken = ended && waiting.isEmpty();
        return Content.Chunk.from(next, taken, () -> sent(count));
    }

    private void sent(int count) {
        Optional<Upload.Demand> whom;
        synchronized (this) {
            whom = ended || failure.isPresent() ? Optional.empty() : demand;
        }
        whom.ifPresent(it -> it.request(count));
    }

    @Override
    public void demand(Runnable action) {
        synchronized (this) {
            takenAt = Optional.empty();
            if (waiting.isEmpty() && !ended && failure.isEmpty()) {
                ready = Optional.of(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public void fail(Throwable why) {
        Optional<Runnable> waker;
        synchronized (this) {
            if (failure.isPresent() || taken) {
                return;
            }
            failure = Optional.of(why);
            waiting.clear();
            waker = ready;
            ready = Optional.empty();
        }
        waker.ifPresent(Runnable::run);
    }

    @Override
    public synchronized void close() {
        failure = failure.or(() -> Optional.of(new CancellationException("the request is over")));
        waiting.clear();
        demand = Optional.empty();
        ready = Optional.empty();
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
