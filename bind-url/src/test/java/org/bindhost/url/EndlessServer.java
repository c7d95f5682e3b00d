package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;

/** Answers one connection with a beginning, and then the same again and again without end. */
final class EndlessServer implements AutoCloseable {

    private final ServerSocket listening;
    private final byte[] beginning;
    private final byte[] again;
    private final AtomicLong sent = new AtomicLong();
    private volatile Optional<Socket> client = Optional.empty();
    private final Thread thread = new Thread(this::serve, "endless-server");

    private EndlessServer(ServerSocket listening, byte[] beginning, byte[] again) {
        this.listening = listening;
        this.beginning = beginning;
        this.again = again;
        thread.setDaemon(true);
        thread.start();
    }

    static EndlessServer http(String beginning, String again) throws IOException {
        return new EndlessServer(
                new ServerSocket(0, 16, InetAddress.getLoopbackAddress()),
                beginning.getBytes(ISO_8859_1),
                again.repeat(100).getBytes(ISO_8859_1));
    }

    /** Speaks h2 over TLS, with the key of {@link TestKeys}; sends frames without reading any. */
    static EndlessServer http2(Path keys, byte[] beginning, byte[] again) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(new KeyFile(keys, "secret").load(), "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 16, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return new EndlessServer(socket, beginning, again);
    }

    int port() {
        return listening.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /** Waits until whoever asked has closed the connection. */
    void awaitClosed() throws InterruptedException {
        thread.join();
    }

    /** How many bytes went out. */
    long sent() {
        return sent.get();
    }

    private void serve() {
        try (Socket accepted = listening.accept()) {
            client = Optional.of(accepted);
            var out = accepted.getOutputStream();
            int first = accepted.getInputStream().read(); // somebody asks
            out.write(beginning);
            while (first >= 0) {
                out.write(again);
                sent.addAndGet(again.length);
            }
        } catch (IOException e) {
            // whoever asked had enough, or the test is over
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            if (client.isPresent()) {
                client.get().close();
            }
            thread.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
