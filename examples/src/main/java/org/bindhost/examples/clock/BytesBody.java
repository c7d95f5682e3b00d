package org.bindhost.examples.clock;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.spi.Body;

/**
 * Bytes that are there already, delivered as they are granted.
 *
 * <p>Grants may come from any thread, and from within a delivery. One thread delivers at a time: a
 * grant that finds another at it leaves it one more round, so that no call to the receiver overlaps
 * another and none nests.
 */
final class BytesBody implements Body {

    private final byte[] bytes;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile boolean over;

    private Receiver receiver; // set before there are rounds; this and the next in rounds only
    private int sent;

    BytesBody(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public void start(Receiver starting) {
        receiver = starting;
        deliver(); // of no bytes at all, the end can be told at once
    }

    @Override
    public void request(long more) {
        granted.addAndGet(more);
        deliver();
    }

    @Override
    public void cancel() {
        over = true;
    }

    private void deliver() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        do {
            deliverGranted();
        } while (rounds.decrementAndGet() > 0);
    }

    private void deliverGranted() {
        int next = (int) Math.min(granted.get(), bytes.length) - sent;
        if (!over && next > 0) {
            receiver.onBytes(ByteBuffer.wrap(bytes, sent, next).slice().asReadOnlyBuffer());
            sent += next;
        }
        if (!over && sent == bytes.length) {
            over = true;
            receiver.onComplete();
        }
    }
}
