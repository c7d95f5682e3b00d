package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy for tunnels, by CONNECT or SOCKS 5, that leads wherever it is asked to: to loopback. */
final class ProxyServer implements AutoCloseable {

    private final ServerSocket listening;
    private final String refusal;
    private final Queue<String> heads = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** Refuses with a status line, if it is not empty. */
    ProxyServer(String refusal) {
        this.refusal = refusal;
        try {
            listening = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("accept", this::accept);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** What it was asked, one entry for each tunnel: head, or address of SOCKS. */
    Queue<String> heads() {
        return heads;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Runnable quietly =
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // the test is over, or one of both sides has gone
                    }
                };
        var thread = new Thread(quietly, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            open.add(client);
            start("serve", () -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        int first = in.read();
        int port = first == 5 ? socks(in, client.getOutputStream()) : connect(first, in, client);
        if (port == 0) {
            client.close();
            return;
        }
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(server);
        start("back", () -> pump(server, client));
        pump(client, server);
    }

    private int connect(int first, InputStream in, Socket client) throws IOException {
        var head = new StringBuilder().append((char) first);
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return 0;
            }
            head.append((char) next);
        }
        heads.add(head.toString());
        String answer = refusal.isEmpty() ? "HTTP/1.1 200 Go" : refusal;
        String asked = head.substring(head.indexOf(" ") + 1).split(" ", 2)[0];
        client.getOutputStream().write((answer + "\r\n\r\n").getBytes(ISO_8859_1));
        return refusal.isEmpty() ? Integer.parseInt(asked.substring(asked.indexOf(':') + 1)) : 0;
    }

    /** RFC 1928 and 1929, as far as it is needed. */
    private int socks(DataInputStream in, OutputStream out) throws IOException {
        byte[] methods = in.readNBytes(in.read());
        boolean hasPassword = new String(methods, ISO_8859_1).indexOf(2) >= 0;
        out.write(new byte[] {5, (byte) (hasPassword ? 2 : 0)});
        String who = "";
        if (hasPassword) {
            in.read();
            who = text(in) + "/" + text(in) + "@";
            out.write(new byte[] {1, 0});
        }
        byte[] asked = in.readNBytes(4);
        String host =
                asked[3] == 3
                        ? text(in)
                        : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        int port = in.readUnsignedShort();
        heads.add(who + host + ":" + port);
        out.write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 0});
        return port;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.read()), ISO_8859_1);
    }

    private static void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
