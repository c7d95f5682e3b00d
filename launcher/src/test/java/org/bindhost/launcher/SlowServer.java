package org.bindhost.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Serves one resource of made-up bytes, slowly, with ranges under a strong validator. */
final class SlowServer implements AutoCloseable {

    private static final int CHUNK_BYTES = 16 * 1024;
    private static final String STATE = "\"one\"";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong sent = new AtomicLong();
    private final int length;
    private final int bytesPerSecond;

    SlowServer(int length, int bytesPerSecond) throws IOException {
        this.length = length;
        this.bytesPerSecond = bytesPerSecond;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/data.bin";
    }

    /** How many bytes of bodies it has sent in all. */
    long sent() {
        return sent.get();
    }

    static byte[] bytes(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int i = 0; i < bytes.length; i++) {
            long at = (long) from + i;
            bytes[i] = (byte) ((at * 0x9E3779B97F4A7C15L) >>> 56);
        }
        return bytes;
    }

    private void serve(HttpExchange exchange) throws IOException {
        int from = start(exchange);
        exchange.getResponseHeaders().set("ETag", STATE);
        exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
        if (from > 0) {
            String range = "bytes " + from + "-" + (length - 1) + "/" + length;
            exchange.getResponseHeaders().set("Content-Range", range);
        }
        long rest = length - (long) from;
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest);
        try (OutputStream out = exchange.getResponseBody()) {
            send(out, from);
        }
    }

    private static int start(HttpExchange exchange) {
        var asked = exchange.getRequestHeaders();
        boolean isSame = STATE.equals(asked.getFirst("If-Range"));
        return Optional.ofNullable(asked.getFirst("Range"))
                .filter(range -> isSame)
                .map(range -> Integer.parseInt(range.replaceAll("\\D", "")))
                .orElse(0);
    }

    private void send(OutputStream out, int from) throws IOException {
        long began = System.nanoTime();
        for (int at = from; at < length; at += CHUNK_BYTES) {
            byte[] chunk = bytes(at, Math.min(length, at + CHUNK_BYTES));
            out.write(chunk);
            out.flush();
            sent.addAndGet(chunk.length);
            pace(began, at + (long) chunk.length - from);
        }
    }

    /** The link is slow; that is what is simulated here, and nothing is waited for. */
    private void pace(long began, long sentSince) throws IOException {
        long due = began + sentSince * 1_000_000_000L / bytesPerSecond;
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException e) {
            throw new IOException("the server closes", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
