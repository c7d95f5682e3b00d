package org.bindhost.bench.transfer.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindhost.bench.transfer.server.Connection.Answer;

/**
 * A server of one thread that is as slow as it is asked to be: {@code /flow/BYTES} as fast as they
 * are taken, {@code /drip/BYTES} hardly any, {@code /link/BYTES} over one link; {@code /stats} says
 * what bodies have been sent so far, and how many are open. Its socket buffers are small and fixed.
 */
public final class SlowServer implements AutoCloseable {

    private static final int SEND_BUFFER_BYTES = 64 * 1024;
    private static final int BACKLOG = 4096;
    private static final long LINK_BYTES_PER_SECOND = 8_000_000;
    private static final long LINK_ROUND_TRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LINK_WINDOW_BYTES = 256 * 1024;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final Counting answers = new Counting();
    private volatile boolean closed;
    private long tickMillis;
    private long ticked;

    /** Listens on a free port of every address of this machine; answers those on loopback only. */
    public SlowServer() throws IOException {
        door.bind(new InetSocketAddress(0), BACKLOG);
        door.configureBlocking(false);
        door.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Serves until its input ends, having said its port. */
    public static void main(String... arguments) throws IOException {
        var server = new SlowServer();
        System.out.println(server.port());
        var serving = new Thread(server::serve, "server");
        serving.start();
        while (System.in.read() >= 0) {
            // Only its end means something.
        }
        server.close();
    }

    /** Returns its port. */
    public int port() throws IOException {
        return ((InetSocketAddress) door.getLocalAddress()).getPort();
    }

    /** Serves until it is closed. */
    public void serve() {
        try (selector;
                door) {
            while (!closed) {
                selector.select(tickMillis);
                serveSelected();
                tick();
            }
            selector.keys().forEach(SlowServer::close);
        } catch (IOException e) {
            throw new IllegalStateException("the server broke down", e);
        }
    }

    private void serveSelected() {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.isValid() && key.isAcceptable()) {
                accept();
            } else if (key.isValid()) {
                serve(key);
            }
        }
        selector.selectedKeys().clear();
    }

    /** Where there are too many, those who come wait until one goes. */
    private void accept() {
        try {
            acceptAll();
        } catch (IOException e) {
            System.err.println("the server cannot take a connection: " + e.getMessage());
        }
    }

    private void acceptAll() throws IOException {
        for (SocketChannel next = door.accept(); next != null; next = door.accept()) {
            InetAddress local = ((InetSocketAddress) next.getLocalAddress()).getAddress();
            if (local.isLoopbackAddress()) {
                next.configureBlocking(false);
                next.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
                next.setOption(StandardSocketOptions.TCP_NODELAY, true);
                next.register(selector, SelectionKey.OP_READ, new Connection(next, answers));
            } else {
                next.close();
            }
        }
    }

    private void serve(SelectionKey key) {
        var connection = (Connection) key.attachment();
        try {
            if (key.isReadable() && !connection.read()) {
                close(key);
                return;
            }
            write(key, connection);
        } catch (IOException e) {
            close(key); // the other side has broken off
        }
    }

    private void write(SelectionKey key, Connection connection) throws IOException {
        boolean isFull = connection.write(System.nanoTime());
        int interest = SelectionKey.OP_READ | (isFull ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
        look(connection.tickMillis());
    }

    private void look(long tick) {
        if (tick > 0 && (tickMillis == 0 || tick < tickMillis)) {
            tickMillis = tick;
        }
    }

    /** Writes what has become due, at the pace of whoever needs the fastest. */
    private void tick() {
        long now = System.nanoTime();
        if (tickMillis == 0 || now - ticked < TimeUnit.MILLISECONDS.toNanos(tickMillis)) {
            return;
        }
        ticked = now;
        tickMillis = 0;
        for (SelectionKey key : selector.keys()) {
            if (key.isValid() && key.attachment() instanceof Connection connection) {
                try {
                    if ((key.interestOps() & SelectionKey.OP_WRITE) == 0) {
                        write(key, connection);
                    } else {
                        look(connection.tickMillis()); // it is written to when it takes more
                    }
                } catch (IOException e) {
                    close(key);
                }
            }
        }
    }

    private static void close(SelectionKey key) {
        key.cancel();
        if (key.attachment() instanceof Connection connection) {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
    }

    /** Answers, and keeps count. */
    private static final class Counting implements Connection.Answers {

        private final Link link =
                new Link(LINK_BYTES_PER_SECOND, LINK_ROUND_TRIP_NANOS, LINK_WINDOW_BYTES);
        private long sent;
        private long open;

        @Override
        public Answer answer(String path) {
            String[] parts = path.split("\\?", -1)[0].split("/", -1);
            if (parts[1].equals("stats")) {
                String told = sent + " " + open;
                return new Answer(head(told.length()) + told, Optional.empty());
            }
            long length = Long.parseLong(parts[2]);
            return new Answer(head(length), Optional.of(body(parts[1], length)));
        }

        private static String head(long length) {
            return "HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n";
        }

        private Body body(String kind, long length) {
            return switch (kind) {
                case "flow" -> Body.flow(length);
                case "drip" -> Body.drip(System.nanoTime());
                case "link" -> link.body(length, System.nanoTime());
                default -> throw new IllegalArgumentException("no body is called " + kind);
            };
        }

        @Override
        public void began() {
            open++;
        }

        @Override
        public void sent(long bytes) {
            sent += bytes;
        }

        @Override
        public void ended() {
            open--;
        }
    }
}
