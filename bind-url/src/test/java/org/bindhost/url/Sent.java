package org.bindhost.url;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.RequestBody;

/** A body of a request: so many bytes that count up, and then what a test wants. */
final class Sent implements RequestBody {

    final AtomicInteger opened = new AtomicInteger();
    final AtomicLong given = new AtomicLong();
    final CountDownLatch waits = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final long bytes;
    private Optional<String> mediaType = Optional.of("text/plain");
    private OptionalLong length = OptionalLong.empty();
    private boolean repeatable = true;
    private End then = End.IS_THERE;

    /** What comes behind the bytes. */
    enum End {
        IS_THERE,
        FAILS,
        /** Reading waits until the channel is closed. */
        WAITS,
        /** Reading brings nothing, and does not wait. */
        IS_EMPTY
    }

    Sent(long bytes) {
        this.bytes = bytes;
    }

    Sent of(String type) {
        mediaType = Optional.ofNullable(type);
        return this;
    }

    Sent announcing(long announced) {
        length = OptionalLong.of(announced);
        return this;
    }

    Sent once() {
        repeatable = false;
        return this;
    }

    Sent then(End next) {
        then = next;
        return this;
    }

    BindInfo by(String verb) {
        return new BindInfo(BindInfo.PUSH.flags(), verb, Optional.of(this), "");
    }

    /** Whether no channel is open. */
    boolean isClosed() {
        return open.get() == 0;
    }

    /** Waits until no channel is open; who never closes one is found by the test's time limit. */
    void awaitClosed() {
        while (!isClosed()) {
            Thread.onSpinWait();
        }
    }

    static byte[] bytes(int count) {
        var all = new byte[count];
        for (int i = 0; i < count; i++) {
            all[i] = (byte) i;
        }
        return all;
    }

    @Override
    public Optional<String> mediaType() {
        return mediaType;
    }

    @Override
    public OptionalLong length() {
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return repeatable;
    }

    @Override
    public ReadableByteChannel open() throws IOException {
        if (opened.getAndIncrement() > 0 && !repeatable) {
            throw new IOException("read before");
        }
        open.incrementAndGet();
        return new Channel();
    }

    private final class Channel implements ReadableByteChannel {

        private final CountDownLatch end = new CountDownLatch(1);
        private long at;

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (at == bytes) {
                return atTheEnd();
            }
            int count = (int) Math.min(into.remaining(), bytes - at);
            for (int i = 0; i < count; i++) {
                into.put((byte) at++);
            }
            given.addAndGet(count);
            return count;
        }

        private int atTheEnd() throws IOException {
            if (then == End.FAILS) {
                throw new IOException("torn");
            }
            if (then == End.WAITS) {
                waits.countDown();
                await();
                throw new AsynchronousCloseException();
            }
            return then == End.IS_EMPTY ? 0 : -1;
        }

        private void await() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean isOpen() {
            return end.getCount() > 0;
        }

        @Override
        public synchronized void close() {
            if (isOpen()) {
                end.countDown();
                open.decrementAndGet();
            }
        }
    }
}
