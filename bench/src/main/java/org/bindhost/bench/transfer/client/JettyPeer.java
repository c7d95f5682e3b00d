package org.bindhost.bench.transfer.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The bare client: the library that our driver uses, set up as the driver does. */
final class JettyPeer implements Client {

    private static final int THREADS = 4;
    private static final int WINDOW_BYTES = 256 * 1024;
    private static final long POOL_BYTES = 4L << 20;
    private static final int CONNECTIONS = 16;
    private static final long ANSWER_SECONDS = 60;

    private final HttpClient client;

    JettyPeer() throws Exception {
        var threads = new QueuedThreadPool(THREADS, 1);
        var buffers =
                new ArrayByteBufferPool(
                        0, 2048, BUFFER_BYTES, Integer.MAX_VALUE, POOL_BYTES, POOL_BYTES);
        var connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads);
        connector.setByteBufferPool(buffers);
        connector.setReceiveBufferSize(WINDOW_BYTES);
        client = new HttpClient(new HttpClientTransportDynamic(connector));
        client.setExecutor(threads);
        client.setByteBufferPool(buffers);
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(Integer.MAX_VALUE);
        client.setStrictEventOrdering(false);
        client.start();
        client.getContentDecoderFactories().clear();
    }

    private Request request(String url) {
        return client.newRequest(url).idleTimeout(0, TimeUnit.MILLISECONDS);
    }

    @Override
    public InputStream stream(String url) throws Exception {
        var listener = new InputStreamResponseListener();
        request(url).send(listener);
        listener.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        return listener.getInputStream();
    }

    @Override
    public Tap open(String url) {
        return JettyTap.of(request(url));
    }

    @Override
    public long push(String url) throws Exception {
        return push(url, bytes -> {});
    }

    private long push(String url, Consumer<ByteBuffer> taker) throws Exception {
        var total = new AtomicLong();
        var done = new CompletableFuture<Long>();
        request(url)
                .onResponseContent(
                        (response, bytes) -> {
                            total.addAndGet(bytes.remaining());
                            taker.accept(bytes);
                        })
                .send(
                        result -> {
                            if (result.isFailed()) {
                                done.completeExceptionally(result.getFailure());
                            } else {
                                done.complete(total.get());
                            }
                        });
        return done.get();
    }

    @Override
    public long save(String url) throws Exception {
        var file = Client.newFile();
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return push(url, bytes -> write(bytes, channel));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(ByteBuffer bytes, FileChannel channel) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        LifeCycle.stop((Object) client);
    }
}
