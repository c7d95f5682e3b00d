package org.bindhost.url;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/** Keeps what is put, whole or not at all, and gives it back. */
final class PutServer implements TestServer.Handler {

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<String, String> framing = new ConcurrentHashMap<>();

    @Override
    public void handle(Request request, Response response, Callback done) {
        String path = request.getHttpURI().getPath();
        if (request.getMethod().equals("PUT")) {
            framing.put(path, framing(request));
            Content.Source.asByteBuffer(
                    request, Promise.from(bytes -> put(path, bytes, response, done), done::failed));
            return;
        }
        byte[] bytes = kept.get(path);
        response.setStatus(bytes == null ? 404 : 200);
        response.write(true, ByteBuffer.wrap(bytes == null ? new byte[0] : bytes), done);
    }

    private static String framing(Request request) {
        return request.getHeaders().get(HttpHeader.TRANSFER_ENCODING) + " " + request.getLength();
    }

    private void put(String path, ByteBuffer content, Response response, Callback done) {
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        boolean isNew = kept.put(path, bytes) == null;
        response.setStatus(isNew ? 201 : 204);
        response.write(true, ByteBuffer.allocate(0), done);
    }

    /** How what was put last under a path was framed: its coding and its length, -1 for none. */
    String framing(String path) {
        return framing.getOrDefault(path, "nothing");
    }

    byte[] kept(String path) {
        return kept.getOrDefault(path, new byte[0]);
    }

    List<String> everything() {
        return List.copyOf(new TreeMap<>(kept).keySet());
    }
}
