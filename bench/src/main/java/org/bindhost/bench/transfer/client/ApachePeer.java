package org.bindhost.bench.transfer.client;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.io.CloseMode;

/** Apache's client 5, asynchronous. */
final class ApachePeer implements Client {

    private static final int CONNECTIONS = 16;
    private static final int TOTAL_CONNECTIONS = 64;

    private final CloseableHttpAsyncClient client;

    ApachePeer() {
        var connections =
                PoolingAsyncClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(TOTAL_CONNECTIONS)
                        .build();
        client = HttpAsyncClients.custom().setConnectionManager(connections).build();
        client.start();
    }

    @Override
    public CompletionStage<Long> start(String url) {
        var done = new CompletableFuture<Long>();
        var unused =
                client.execute(
                        AsyncRequestBuilder.get(url).build(), new Counter(), completing(done));
        return done;
    }

    @Override
    public long push(String url) throws Exception {
        return start(url).toCompletableFuture().get();
    }

    private static FutureCallback<Long> completing(CompletableFuture<Long> done) {
        return new FutureCallback<>() {
            @Override
            public void completed(Long length) {
                done.complete(length);
            }

            @Override
            public void failed(Exception failure) {
                done.completeExceptionally(failure);
            }

            @Override
            public void cancelled() {
                done.cancel(false);
            }
        };
    }

    private static final class Counter extends AbstractBinResponseConsumer<Long> {

        private long total;

        @Override
        protected void start(HttpResponse response, ContentType type) {}

        @Override
        protected int capacityIncrement() {
            return Integer.MAX_VALUE;
        }

        @Override
        protected void data(ByteBuffer bytes, boolean endOfStream) {
            total += bytes.remaining();
            bytes.position(bytes.limit());
        }

        @Override
        protected Long buildResult() {
            return total;
        }

        @Override
        public void releaseResources() {}
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
