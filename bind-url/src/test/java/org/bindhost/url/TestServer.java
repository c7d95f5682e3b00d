package org.bindhost.url;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A real server on loopback: http/1.1 in clear text, and h2 or http/1.1 over TLS. */
final class TestServer implements AutoCloseable {

    private final Server server = new Server();
    private final ServerConnector clear = new ServerConnector(server);
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private ServerConnector secure;

    /** Answers one path. */
    @FunctionalInterface
    interface Handler {
        void handle(Request request, Response response, Callback done);
    }

    TestServer() {
        clear.setHost("127.0.0.1");
        server.addConnector(clear);
        server.setHandler(new Dispatcher());
    }

    TestServer start() {
        LifeCycle.start(server);
        return this;
    }

    /** Speaks TLS as well, with the key in a PKCS12 file; h2 is negotiated. */
    TestServer secure(Path keys, String password) {
        return secure(keys, password, new SslContextFactory.Server());
    }

    /** Speaks TLS in a way of the test's own. */
    TestServer secure(Path keys, String password, SslContextFactory.Server tls) {
        tls.setKeyStorePath(keys.toString());
        tls.setKeyStorePassword(password);
        var configuration = new HttpConfiguration();
        configuration.setResponseHeaderSize(64 * 1024);
        configuration.addCustomizer(new SecureRequestCustomizer());
        var alpn = new ALPNServerConnectionFactory();
        alpn.setDefaultProtocol("http/1.1");
        secure =
                new ServerConnector(
                        server,
                        new SslConnectionFactory(tls, alpn.getProtocol()),
                        alpn,
                        new HTTP2ServerConnectionFactory(configuration),
                        new HttpConnectionFactory(configuration));
        secure.setHost("127.0.0.1");
        server.addConnector(secure);
        return this;
    }

    /** Never ends a connection because nothing moves on it. */
    TestServer patient() {
        for (var connector : server.getConnectors()) {
            ((ServerConnector) connector).setIdleTimeout(0);
        }
        return this;
    }

    String url(String path) {
        return "http://127.0.0.1:" + clear.getLocalPort() + path;
    }

    String secureUrl(String path) {
        return "https://localhost:" + secure.getLocalPort() + path;
    }

    /** Answers a path with bytes, and takes ranges. */
    TestServer content(String path, byte[] bytes) {
        return on(path, (request, response, done) -> serve(bytes, request, response, done));
    }

    TestServer status(String path, int status) {
        return on(
                path,
                (request, response, done) -> {
                    response.setStatus(status);
                    response.write(true, ByteBuffer.wrap(new byte[100]), done);
                });
    }

    /** Takes what was sent first: who closes a connection on unread bytes may lose its answer. */
    TestServer redirect(String path, int status, String location) {
        return on(
                path,
                (request, response, done) -> {
                    response.setStatus(status);
                    response.getHeaders().put(HttpHeader.LOCATION, location);
                    Runnable answer = () -> response.write(true, ByteBuffer.allocate(0), done);
                    Content.Source.consumeAll(request, Callback.from(answer, done::failed));
                });
    }

    TestServer on(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    /** What came: method, path, protocol and the fields that matter, in order. */
    Queue<String> requests() {
        return requests;
    }

    private final class Dispatcher extends org.eclipse.jetty.server.Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            String path = request.getHttpURI().getPathQuery();
            requests.add(
                    request.getMethod()
                            + " "
                            + path
                            + " "
                            + request.getConnectionMetaData().getHttpVersion()
                            + " accept="
                            + request.getHeaders().get(HttpHeader.ACCEPT)
                            + " coding="
                            + request.getHeaders().get(HttpHeader.ACCEPT_ENCODING));
            Handler handler = handlers.get(path);
            if (handler == null) {
                return false;
            }
            handler.handle(request, response, callback);
            return true;
        }
    }

    private static void serve(byte[] bytes, Request request, Response response, Callback done) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.ACCEPT_RANGES, "bytes");
        response.getHeaders().put(HttpHeader.ETAG, "\"" + bytes.length + "\"");
        String range = request.getHeaders().get(HttpHeader.RANGE);
        String condition = request.getHeaders().get(HttpHeader.IF_RANGE);
        boolean same = condition == null || condition.equals("\"" + bytes.length + "\"");
        int from = 0;
        int to = bytes.length;
        if (range != null && same) {
            String[] ends = range.substring("bytes=".length()).split("-", 2);
            if (Long.parseLong(ends[0]) >= bytes.length) {
                response.setStatus(416);
                response.getHeaders().put(HttpHeader.CONTENT_RANGE, "bytes */" + bytes.length);
                response.write(true, ByteBuffer.allocate(0), done);
                return;
            }
            from = Integer.parseInt(ends[0]);
            to = ends[1].isEmpty() ? to : (int) Math.min(to, Long.parseLong(ends[1]) + 1);
            response.setStatus(206);
            response.getHeaders()
                    .put(
                            HttpHeader.CONTENT_RANGE,
                            "bytes " + from + "-" + (to - 1) + "/" + bytes.length);
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, to - from);
        response.write(true, ByteBuffer.wrap(bytes, from, to - from), done);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
