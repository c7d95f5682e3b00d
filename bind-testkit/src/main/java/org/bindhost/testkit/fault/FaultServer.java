package org.bindhost.testkit.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A server on loopback that does to each answer what a test says: HTTP/1.1 in clear text and,
 * without being asked, HTTP/2 to those who begin with its preface; and both over TLS if it is given
 * keys.
 *
 * <p>The bytes it serves follow from seeds and are never held whole, and it keeps a book of what it
 * served.
 *
 * <p><b>Life.</b> Closing it ends all connections and threads, of which it has 256 at most.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class FaultServer implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final Site site = new Site();
    private final Connections connections = new Connections(site);
    private final ServerSocket clear;
    private final Optional<ServerSocket> secure;

    private FaultServer(Optional<SSLContext> tls, List<String> protocols) throws IOException {
        clear = listen();
        secure = tls.isPresent() ? Optional.of(listen()) : Optional.empty();
        connections.accept(clear, Connections.PLAIN);
        if (tls.isPresent()) {
            connections.accept(secure.get(), new TlsServer(tls.get(), protocols));
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /**
     * Opens a server of clear text.
     *
     * @return the server; the caller closes it
     * @throws IOException if it cannot listen
     */
    public static FaultServer open() throws IOException {
        return new FaultServer(Optional.empty(), List.of());
    }

    /**
     * Opens a server of clear text and, on another port, of TLS.
     *
     * @param tls its keys
     * @param protocols what it speaks over TLS, best first: {@code "h2"} and {@code "http/1.1"}
     * @return the server; the caller closes it
     * @throws IOException if it cannot listen
     */
    public static FaultServer open(SSLContext tls, String... protocols) throws IOException {
        return new FaultServer(Optional.of(tls), List.of(protocols));
    }

    /**
     * Serves an entity, in place of what was served under its path.
     *
     * @param path the path, which begins with {@code '/'}
     * @param entity the entity
     * @param next what is done to the answers of the next requests, in order; to those after them
     *     nothing
     * @return this server
     */
    public FaultServer put(String path, Entity entity, Fault... next) {
        site.put(path, entity, List.of(next), Fault.NONE);
        return this;
    }

    /**
     * Serves an entity with the same fault each time.
     *
     * @param path the path, which begins with {@code '/'}
     * @param entity the entity
     * @param fault what is done to every answer
     * @return this server
     */
    public FaultServer always(String path, Entity entity, Fault fault) {
        site.put(path, entity, List.of(), fault);
        return this;
    }

    /**
     * Serves nothing under a path.
     *
     * @param path the path
     */
    public void remove(String path) {
        site.remove(path);
    }

    /**
     * Returns a URL of clear text.
     *
     * @param path path and query
     * @return the URL
     */
    public String url(String path) {
        return "http://127.0.0.1:" + clear.getLocalPort() + path;
    }

    /**
     * Returns a URL of TLS.
     *
     * @param path path and query
     * @return the URL, at {@code localhost}
     * @throws java.util.NoSuchElementException if the server has no keys
     */
    public String secureUrl(String path) {
        return "https://localhost:" + secure.orElseThrow().getLocalPort() + path;
    }

    /**
     * Returns what was asked, and what became of it, first to last.
     *
     * @return the book, without what was forgotten
     */
    public List<Served> served() {
        return site.book();
    }

    /** Begins a new book. */
    public void forget() {
        site.forget();
    }

    /**
     * Returns how many connections are open.
     *
     * @return the number
     */
    public int connections() {
        return connections.count();
    }

    /**
     * Closes the server.
     *
     * @throws IllegalStateException if a thread of it does not end
     */
    @Override
    public void close() {
        close(clear);
        secure.ifPresent(FaultServer::close);
        connections.close();
    }

    private static void close(ServerSocket listening) {
        try {
            listening.close();
        } catch (IOException e) {
            throw new IllegalStateException("a port cannot be closed", e);
        }
    }

    /** Makes of a connection one that is spoken on. */
    interface Layer {
        Socket over(Socket raw) throws IOException;
    }
}
