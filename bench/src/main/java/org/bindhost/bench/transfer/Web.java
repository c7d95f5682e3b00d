package org.bindhost.bench.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What serves the fast bodies, in a process of its own, on several addresses of loopback: a client
 * gives one host a few connections.
 */
interface Web extends AutoCloseable {

    /** Returns a file's URLs, one for each address. */
    List<String> urls(Path file) throws IOException;

    @Override
    default void close() {}

    /** The addresses. */
    static List<String> hosts() {
        return IntStream.rangeClosed(1, 4).mapToObj(i -> "127.0.0." + i).toList();
    }

    /** The URLs of a path at a port of each address. */
    static List<String> urls(int port, String path) {
        return hosts().stream().map(host -> "http://" + host + ":" + port + "/" + path).toList();
    }

    /** Our own server, where there is no other: it sends as many bytes as the file has. */
    static Web ofOurOwn(int port) {
        return file -> urls(port, "flow/" + Files.size(file));
    }
}
