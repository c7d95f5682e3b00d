package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every request with bytes that a test wrote down, lawful or not, and closes. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listening;
    private final byte[] answer;
    private final boolean reset;
    private final AtomicInteger answered = new AtomicInteger();
    private final Thread thread = new Thread(this::serve, "raw-server");

    RawServer(String answer) {
        this(answer, false);
    }

    /**
     * Starts a server.
     *
     * @param reset whether the connection is reset instead of closed
     */
    RawServer(String answer, boolean reset) {
        this.answer = answer.getBytes(ISO_8859_1);
        this.reset = reset;
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
            try (Socket socket = listening.accept()) {
                readHead(socket);
                socket.getOutputStream().write(answer);
                socket.getOutputStream().flush();
                answered.incrementAndGet();
                if (reset) {
                    socket.setSoLinger(true, 0);
                }
            } catch (IOException e) {
                // the client went, or the test is over: the loop looks which
            }
        }
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
