package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Answers every connection with bytes that a test wrote down, lawful or not. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final byte[] answer;
    private final After after;
    private final List<Socket> held = new ArrayList<>();
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
        readHead(socket);
        socket.getOutputStream().write(answer);
        socket.getOutputStream().flush();
    }

    private static void readHead(Socket socket) throws IOException {
        var in = socket.getInputStream();
        int blank = 0;
        while (blank < 4) {
            int c = in.read();
            if (c < 0) {
                return;
            }
            blank = c == '\r' || c == '\n' ? blank + 1 : 0;
        }
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
