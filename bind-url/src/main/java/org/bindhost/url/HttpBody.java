package org.bindhost.url;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;
import org.bindhost.url.ToldFlowControl.OtherLengthException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Content;

/**
 * The body of an answer, moved from Jetty's source by demand. Jetty's chunks are larger than a
 * grant may be: what is left of one is held until more is granted.
 *
 * <p>All work is done by {@link #step}, one thread at a time; whoever comes meanwhile leaves it a
 * round.
 */
final class HttpBody implements Body {

    private final Request request;
    private final Function<Throwable, BindException> failures;
    private final LostStreams lost;
    private final long announced;
    private final StallClock clock;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();

    private volatile Receiver receiver;
    private volatile Content.Source source;
    private volatile boolean awaited;
    private volatile boolean exchanged;
    private volatile Throwable failure;
    private volatile boolean cancelled;

    // Touched in steps only.
    private Content.Chunk held;
    private long left;
    private boolean drained;
    private boolean over;
    private boolean looked;

    /**
     * Creates the body of an exchange whose head has come.
     *
     * @param length how many bytes are announced, if that is said
     * @param failures puts what Jetty throws in our words
     * @param clock tells when bytes that are granted come too late
     */
    HttpBody(
            Request request,
            OptionalLong length,
            Function<Throwable, BindException> failures,
            StallClock clock) {
        this.request = request;
        this.announced = length.orElse(Long.MAX_VALUE);
        this.left = announced;
        this.failures = failures;
        this.lost = new LostStreams(request);
        this.clock = clock;
    }

    @Override
    public void start(Receiver itsReceiver) {
        receiver = itsReceiver;
        work();
    }

    @Override
    public void request(long bytes) {
        granted.accumulateAndGet(bytes, HttpBody::sum);
        work();
    }

    @Override
    public void cancel() {
        cancelled = true;
        abort(new CancellationException("nobody wants the rest"));
    }

    /** Ends the exchange; who receives hears of it unless it was that one who cancelled. */
    void abort(Throwable why) {
        abort(request, why);
        work();
    }

    /** Whether it was in time is told by the end of the exchange. */
    static void abort(Request request, Throwable why) {
        var unused = request.abort(why);
    }

    /** Jetty has content, or the end of it. */
    void content(Content.Source itsSource) {
        source = itsSource;
        work();
    }

    /** Jetty has done with the exchange. */
    void exchanged(Throwable why) {
        if (why != null && failure == null) {
            failure = inWords(why);
        }
        exchanged = true;
        work();
    }

    private Throwable inWords(Throwable why) {
        if (why instanceof OtherLengthException other) {
            return other.received() > announced
                    ? new ProtocolException("more bytes came than were announced")
                    : new EOFException("fewer bytes came than were announced");
        }
        return why;
    }

    private void work() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        while (seen > 0) {
            step();
            seen = rounds.addAndGet(-seen);
        }
    }

    private void step() {
        if (over) {
            return;
        }
        if (cancelled) {
            end();
        } else if (receiver != null) { // until then, also a failure is kept
            move();
        }
    }

    private void move() {
        if (failure == null) {
            lost.look();
            deliver();
        }
        if (failure == null && isComplete() && left == Long.MAX_VALUE && isUnsure()) {
            return;
        }
        if (failure == null && !isComplete()) {
            watch();
        }
        if (failure == null && isComplete() && left > 0) {
            checkEnd();
        }
        if (failure != null || isComplete()) {
            end();
        }
    }

    /** Once: what a connection that broke takes along is known a moment after its end. */
    private boolean isUnsure() {
        boolean waits = !looked && lost.isUnsure();
        looked = true;
        if (waits) {
            clock.later(this::work);
        }
        return waits || clock.isLater();
    }

    private void checkEnd() {
        if (left < Long.MAX_VALUE) {
            failure = new EOFException("fewer bytes came than were announced");
        } else if (lost.isAny()) {
            failure = new IOException("the connection broke, and bytes may have gone with it");
        }
    }

    /** Who suspends a transfer, or leaves it unread, may do so for ever. */
    private void watch() {
        if (granted.get() == 0) {
            clock.rest();
        } else if (clock.isStalled(this::work)) {
            failure = clock.failure();
            abort(request, failure);
        }
    }

    private boolean isComplete() {
        return exchanged && (drained || source == null);
    }

    private void deliver() {
        while (!drained && !cancelled && source != null) {
            if (held == null && !readChunk()) {
                return;
            }
            while (held.hasRemaining() && granted.get() > 0 && !cancelled) {
                handOn();
            }
            if (held.hasRemaining()) {
                return; // until more is granted
            }
            drained = held.isLast();
            release();
        }
    }

    /**
     * Reads the next chunk. Without demand only the end is looked for, once every announced byte
     * has been handed on.
     */
    private boolean readChunk() {
        if (awaited || (granted.get() == 0 && left > 0)) {
            return false;
        }
        Content.Chunk chunk = source.read();
        if (chunk == null) {
            awaited = true;
            source.demand(
                    () -> {
                        awaited = false;
                        work();
                    });
            return false;
        }
        if (Content.Chunk.isFailure(chunk)) {
            failure = inWords(chunk.getFailure());
            abort(request, failure); // one that is not the last would otherwise go on
            return false;
        }
        held = chunk;
        if (chunk.remaining() > left) {
            failure = new ProtocolException("more bytes came than were announced");
            abort(request, failure);
            return false;
        }
        return true;
    }

    private void handOn() {
        ByteBuffer bytes = held.getByteBuffer();
        int count = (int) Math.min(granted.get(), bytes.remaining());
        ByteBuffer lent = bytes.slice(bytes.position(), count).asReadOnlyBuffer();
        granted.accumulateAndGet(-count, HttpBody::sum);
        bytes.position(bytes.position() + count);
        left = left == Long.MAX_VALUE ? left : left - count;
        receiver.onBytes(lent);
        clock.moved();
    }

    private void end() {
        over = true;
        release();
        clock.stop();
        if (cancelled) {
            return;
        }
        if (failure == null) {
            receiver.onComplete();
        } else {
            receiver.onFailure(failures.apply(failure));
        }
    }

    private void release() {
        if (held != null) {
            held.release();
            held = null;
        }
    }

    /** Adds to a grant that stays at its maximum once it is there. */
    static long sum(long grant, long more) {
        if (grant == Long.MAX_VALUE) {
            return grant;
        }
        return grant + more < 0 ? Long.MAX_VALUE : grant + more;
    }
}
