package org.bindhost.url;

import java.io.IOException;
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

    /** Reads all of it, and closes it; what came is seen though reading it fails. */
    static void read(Object result, Random chance, Seen seen) throws Exception {
        if (result instanceof Path file) {
            byte[] all = Files.readAllBytes(file);
            seen.add(0, all, all.length);
        } else if (result instanceof Flow.Publisher<?> publisher) {
            published(publisher, 1 + chance.nextInt(5), seen);
        } else {
            try (var closed = (AutoCloseable) result) {
                readOpen(closed, chance, seen);
            }
        }
    }

    private static void readOpen(AutoCloseable open, Random chance, Seen seen) throws Exception {
        if (open instanceof LockBytes bytes) {
            atRandom(bytes, chance, seen);
        } else if (open instanceof InputStream in) {
            inOrder(in, seen);
        } else {
            inOrder(Channels.newInputStream((ReadableByteChannel) open), seen);
        }
    }

    private static void inOrder(InputStream in, Seen seen) throws IOException {
        var block = new byte[BLOCK_BYTES];
        long at = 0;
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            seen.add(at, block, count);
            at += count;
        }
    }

    /** Where the length is known, the second half first. */
    private static void atRandom(LockBytes bytes, Random chance, Seen seen) throws Exception {
        long length = bytes.length().orElse(0);
        if (length > 1 && chance.nextBoolean()) {
            long middle = chance.nextLong(length);
            part(bytes, middle, Long.MAX_VALUE, seen);
            part(bytes, 0, middle, seen);
        } else {
            part(bytes, 0, Long.MAX_VALUE, seen);
        }
    }

    private static void part(LockBytes bytes, long from, long to, Seen seen) throws Exception {
        long at = from;
        while (at < to) {
            var block = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, to - at));
            ReadResult result = bytes.readAt(at, block);
            if (result instanceof ReadResult.End) {
                return;
            }
            if (result instanceof ReadResult.Pending pending) {
                pending.ready().toCompletableFuture().get();
            }
            seen.add(at, block.array(), block.position());
            at += block.position();
        }
    }

    private static void published(Flow.Publisher<?> publisher, long portion, Seen seen)
            throws Exception {
        var end = new CompletableFuture<Void>();
        publisher.subscribe(new Taking(end, portion, seen));
        end.get();
    }

    private static final class Taking implements Flow.Subscriber<Object> {

        private final CompletableFuture<Void> end;
        private final long portion;
        private final Seen seen;
        private Flow.Subscription subscription;
        private long left;
        private long at;

        Taking(CompletableFuture<Void> end, long portion, Seen seen) {
            this.end = end;
            this.portion = portion;
            this.seen = seen;
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
            seen.add(at, copy, copy.length);
            at += copy.length;
            left--;
            if (left == 0) {
                left = portion;
                subscription.request(portion);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            end.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            end.complete(null);
        }
    }
}
