package org.bindhost.url;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/** Results of any type, read to their end, by chance in one way or another. */
final class AnyResult {

    static final List<Class<?>> TYPES =
            List.of(
                    InputStream.class,
                    ReadableByteChannel.class,
                    Path.class,
                    Flow.Publisher.class,
                    LockBytes.class);

    private static final int BLOCK_BYTES = 20_000;

    private AnyResult() {}

    /** Reads all of it, and closes it. */
    static byte[] read(Object result, Random chance) throws Exception {
        if (result instanceof Path file) {
            return Files.readAllBytes(file);
        }
        if (result instanceof Flow.Publisher<?> publisher) {
            return published(publisher, 1 + chance.nextInt(5));
        }
        try (var closed = (AutoCloseable) result) {
            if (closed instanceof LockBytes bytes) {
                return atRandom(bytes, chance);
            }
            return closed instanceof InputStream in
                    ? in.readAllBytes()
                    : Channels.newInputStream((ReadableByteChannel) closed).readAllBytes();
        }
    }

    /** Where the length is known, the second half first. */
    private static byte[] atRandom(LockBytes bytes, Random chance) throws Exception {
        long length = bytes.length().orElse(0);
        var out = new ByteArrayOutputStream();
        if (length > 1 && chance.nextBoolean()) {
            long middle = chance.nextLong(length);
            byte[] behind = from(bytes, middle, Long.MAX_VALUE);
            out.writeBytes(from(bytes, 0, middle));
            out.writeBytes(behind);
        } else {
            out.writeBytes(from(bytes, 0, Long.MAX_VALUE));
        }
        return out.toByteArray();
    }

    private static byte[] from(LockBytes bytes, long from, long to) throws Exception {
        var out = new ByteArrayOutputStream();
        long at = from;
        while (at < to) {
            var block = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, to - at));
            ReadResult result = bytes.readAt(at, block);
            if (result instanceof ReadResult.End) {
                return out.toByteArray();
            }
            if (result instanceof ReadResult.Pending pending) {
                pending.ready().toCompletableFuture().get();
            }
            out.write(block.array(), 0, block.position());
            at = from + out.size();
        }
        return out.toByteArray();
    }

    private static byte[] published(Flow.Publisher<?> publisher, long portion) throws Exception {
        var whole = new CompletableFuture<byte[]>();
        publisher.subscribe(new Taking(whole, portion));
        return whole.get();
    }

    private static final class Taking implements Flow.Subscriber<Object> {

        private final ByteArrayOutputStream all = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> whole;
        private final long portion;
        private Flow.Subscription subscription;
        private long left;

        Taking(CompletableFuture<byte[]> whole, long portion) {
            this.whole = whole;
            this.portion = portion;
        }

        @Override
        public void onSubscribe(Flow.Subscription its) {
            subscription = its;
            left = portion;
            its.request(portion);
        }

        @Override
        public void onNext(Object item) {
            var bytes = (ByteBuffer) item;
            var copy = new byte[bytes.remaining()];
            bytes.get(copy);
            all.writeBytes(copy);
            left--;
            if (left == 0) {
                left = portion;
                subscription.request(portion);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            whole.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            whole.complete(all.toByteArray());
        }
    }
}
