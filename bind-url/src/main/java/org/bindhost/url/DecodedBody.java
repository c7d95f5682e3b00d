package org.bindhost.url;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DataFormatException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;

/**
 * Decodes a body by demand: coded bytes are asked for in small portions, and only when decoded ones
 * are granted and none are left, so that it holds two small buffers however much comes of them.
 *
 * <p>All work is done by {@link #step}, one thread at a time; whoever comes meanwhile leaves it a
 * round.
 */
final class DecodedBody implements Body {

    private static final int CODED_BYTES = 8 * 1024;
    private static final int DECODED_BYTES = 16 * 1024;

    private final CodedBody coded;
    private final Expansion most;
    private final Queue<byte[]> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong due = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile Receiver receiver;
    private volatile boolean cancelled;
    private volatile boolean ended;
    private volatile Optional<BindException> failure = Optional.empty();

    // Touched in steps only.
    private Optional<Decoder> decoder = Optional.empty();
    private byte[] decoded = new byte[0];
    private long codedBytes;
    private long decodedBytes;
    private boolean over;

    DecodedBody(CodedBody coded, Expansion most) {
        this.coded = coded;
        this.most = most;
    }

    @Override
    public void start(Receiver itsReceiver) {
        receiver = itsReceiver;
        coded.start(new Arrivals());
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
        coded.cancel();
        work();
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
            close();
        } else if (receiver != null) {
            try {
                move();
            } catch (DataFormatException e) {
                fail(coded.failure(Reason.PROTOCOL, "is damaged: " + e.getMessage()));
            }
        }
    }

    private void move() throws DataFormatException {
        boolean goesOn = true;
        while (goesOn && !over && !cancelled) {
            boolean mayDecode = failure.isEmpty() && granted.get() > 0;
            goesOn = (mayDecode && decode()) || feed();
        }
    }

    /** Returns whether anything came. */
    private boolean decode() throws DataFormatException {
        if (decoder.isEmpty()) {
            return false;
        }
        int count = decoder.get().decode(decoded, (int) Math.min(granted.get(), decoded.length));
        if (count > 0) {
            decodedBytes += count;
            if (most.isExceeded(codedBytes, decodedBytes)) {
                fail(tooMuch());
                return true;
            }
            granted.accumulateAndGet(-count, HttpBody::sum);
            receiver.onBytes(ByteBuffer.wrap(decoded, 0, count).asReadOnlyBuffer());
        }
        return count > 0;
    }

    private BindException tooMuch() {
        return coded.failure(
                Reason.PROTOCOL,
                "is "
                        + decodedBytes
                        + " bytes or more, decoded from "
                        + codedBytes
                        + ", and that is more than is taken");
    }

    /** Returns whether there is more to decode. */
    private boolean feed() {
        boolean wasEnded = ended; // before looking: what arrived came before the end
        if (failure.isPresent()) {
            fail(failure.get());
            return false;
        }
        if (granted.get() > 0 && !arrived.isEmpty()) {
            take(arrived.remove());
            return true;
        }
        if (wasEnded && arrived.isEmpty()) {
            end();
        } else if (granted.get() > 0 && due.compareAndSet(0, CODED_BYTES)) {
            coded.request(CODED_BYTES);
        }
        return false;
    }

    private void take(byte[] bytes) {
        if (decoder.isEmpty()) {
            decoder = Optional.of(coded.decoder());
            decoded = new byte[DECODED_BYTES];
        }
        codedBytes += bytes.length;
        decoder.get().feed(bytes);
    }

    /** Without a grant there may be bytes in the decoder, and then it is not whole. */
    private void end() {
        if (decoder.filter(Decoder::isWhole).isPresent()) {
            close();
            receiver.onComplete();
        } else if (granted.get() > 0) {
            fail(coded.failure(Reason.TRUNCATED, "ends before its end"));
        }
    }

    private void fail(BindException why) {
        close();
        coded.cancel();
        receiver.onFailure(why);
    }

    private void close() {
        over = true;
        arrived.clear();
        decoder.ifPresent(Decoder::close);
    }

    /** What comes of the coded body. */
    private final class Arrivals implements Receiver {

        @Override
        public void onBytes(ByteBuffer bytes) {
            var copy = new byte[bytes.remaining()];
            bytes.get(copy);
            arrived.add(copy);
            due.addAndGet(-copy.length);
            work();
        }

        @Override
        public void onComplete() {
            ended = true;
            work();
        }

        @Override
        public void onFailure(BindException why) {
            failure = Optional.of(why);
            work();
        }
    }
}
