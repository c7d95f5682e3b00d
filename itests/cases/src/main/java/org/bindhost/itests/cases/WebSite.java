package org.bindhost.itests.cases;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web site on the loopback address, whose answers can be held half-way. */
final class WebSite implements AutoCloseable {

    private static final String DOCUMENTS = "/docs/";

    private final Map<String, byte[]> documents = new ConcurrentHashMap<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    WebSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(DOCUMENTS, this::answer);
        server.createContext("/held" + DOCUMENTS, this::answerHalf);
        server.start();
    }

    /** The name of the directory, with a slash at its end. */
    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + DOCUMENTS;
    }

    /** The same, but each answer stops half-way until the site is closed. */
    String heldBase() {
        return base().replace(DOCUMENTS, "/held" + DOCUMENTS);
    }

    void put(String name, byte[] bytes) {
        documents.put(name, bytes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = find(exchange);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void answerHalf(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = find(exchange);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
            released.await(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] find(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = documents.get(path.substring(path.lastIndexOf('/') + 1));
        if (bytes == null) {
            exchange.sendResponseHeaders(404, -1);
            throw new IOException("no document " + path);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, bytes.length);
        return bytes;
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
