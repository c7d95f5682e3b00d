package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers every connection with bytes that a test wrote down, lawful or not. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final byte[] answer;
    private final After after;
    private final List<Socket> held = new ArrayList<>();
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final Thread thread = new Thread(this::serve, "raw-server");

    /** What becomes of a connection after its answer. */
    enum After {
        CLOSE,
        RESET,
        /** It stays open and silent until the test is over. */
        HOLD
    }

    RawServer(String answer) {
        this(answer, After.CLOSE);
    }

    RawServer(String answer, After after) {
        this.answer = answer.getBytes(ISO_8859_1);
        this.after = after;
        try {
            listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    /** What was asked, as it came, one entry for each request. */
    Queue<String> heads() {
        return heads;
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                answer(listening.accept());
            } catch (IOException e) {
                // the client went, or the test is over: the loop looks which
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        if (after == After.HOLD) {
            held.add(socket);
            write(socket);
            return;
        }
        try (socket) {
            write(socket);
            if (after == After.RESET) {
                socket.setSoLinger(true, 0);
            }
        }
    }

    private void write(Socket socket) throws IOException {
        heads.add(readHead(socket));
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
    }

    private static String readHead(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var head = new StringBuilder();
        int c = in.read();
        while (c >= 0) {
            head.append((char) c);
            boolean isWhole = c == '\n' && head.toString().endsWith("\r\n\r\n");
            c = isWhole ? -1 : in.read();
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            listening.close();
            thread.join();
            for (Socket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
