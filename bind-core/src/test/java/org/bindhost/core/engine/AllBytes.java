package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/** Reads a result of any type to its end, and sees that behind it there is nothing (D-21). */
final class AllBytes {

    private static final int BUFFER_BYTES = 10_000;

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

    private AllBytes() {}

    static byte[] of(Object result) throws Exception {
        if (result instanceof InputStream in) {
            byte[] read = in.readAllBytes();
            assertThat(in.read()).isNegative();
            assertThat(in.read(new byte[2])).isNegative();
            return read;
        }
        if (result instanceof ReadableByteChannel channel) {
            return new AllBytes().from(channel);
        }
        if (result instanceof LockBytes bytes) {
            return new AllBytes().from(bytes);
        }
        return result instanceof Flow.Publisher<?> publisher
                ? from(publisher)
                : Files.readAllBytes((Path) result);
    }

    private byte[] from(ReadableByteChannel channel) throws IOException {
        while (channel.read(buffer) >= 0) {
            take();
        }
        assertThat(channel.read(buffer)).isNegative();
        return all.toByteArray();
    }

    private byte[] from(LockBytes bytes) throws Exception {
        ReadResult result = bytes.readAt(0, buffer);
        while (!(result instanceof ReadResult.End)) {
            if (result instanceof ReadResult.Pending pending) {
                pending.ready().toCompletableFuture().get();
            }
            take();
            result = bytes.readAt(all.size(), buffer);
        }
        assertThat(bytes.readAt(all.size(), buffer)).isInstanceOf(ReadResult.End.class);
        return all.toByteArray();
    }

    private void take() {
        all.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static byte[] from(Flow.Publisher<?> publisher) throws Exception {
        var whole = new CompletableFuture<byte[]>();
        publisher.subscribe(
                new Flow.Subscriber<Object>() {

                    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(Object item) {
                        var bytes = (ByteBuffer) item;
                        assertThat(bytes.isReadOnly()).isTrue();
                        while (bytes.hasRemaining()) {
                            all.write(bytes.get());
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
                });
        return whole.get();
    }
}
