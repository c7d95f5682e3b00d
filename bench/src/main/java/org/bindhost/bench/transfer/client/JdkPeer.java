package org.bindhost.bench.transfer.client;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;

/** The client of the JDK as it comes. */
final class JdkPeer implements Client {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public InputStream stream(String url) throws Exception {
        return get(url, BodyHandlers.ofInputStream());
    }

    private <T> T get(String url, BodyHandler<T> body) throws Exception {
        return client.send(request(url), body).body();
    }

    private static HttpRequest request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).build();
    }

    @Override
    public Tap open(String url) {
        return start(url, FlowTap.pulling(JdkPeer::size));
    }

    @Override
    public long push(String url) throws Exception {
        return start(url, FlowTap.pushed(JdkPeer::size)).done().toCompletableFuture().get();
    }

    private Tap start(String url, FlowTap<List<ByteBuffer>> tap) {
        var unused =
                client.sendAsync(request(url), BodyHandlers.fromSubscriber(tap))
                        .whenComplete(
                                (answer, failure) -> {
                                    if (failure != null) {
                                        tap.onError(failure);
                                    }
                                });
        return tap;
    }

    private static long size(List<ByteBuffer> buffers) {
        return buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    @Override
    public long save(String url) throws Exception {
        var file = Client.newFile();
        try {
            return Files.size(get(url, BodyHandlers.ofFile(file)));
        } finally {
            Files.delete(file);
        }
    }
}
