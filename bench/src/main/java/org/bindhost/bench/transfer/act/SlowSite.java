package org.bindhost.bench.transfer.act;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The server that is slow on purpose, and tells what it has done. */
final class SlowSite {

    private static final int LOOPBACKS = 250;
    private static final int CONNECTIONS_PER_HOST = 16;

    private final int port;

    SlowSite(String port) {
        this.port = Integer.parseInt(port);
    }

    int port() {
        return port;
    }

    /**
     * Returns a URL of one of many; a client gives one host a few connections, and so they are
     * spread over the addresses of this machine. Each has a name of its own: several binds of one
     * name would be one fetch.
     */
    String url(int number, String what) {
        int host = number / CONNECTIONS_PER_HOST;
        return "http://127.0."
                + (1 + host / LOOPBACKS)
                + "."
                + (1 + host % LOOPBACKS)
                + ":"
                + port
                + "/"
                + what
                + "?"
                + number;
    }

    /** What it told when it was asked. */
    record Told(long sentBytes, long openBodies) {}

    /** Asks it, by means that no candidate uses. */
    Told ask() throws IOException {
        var url = URI.create("http://127.0.0.1:" + port + "/stats").toURL();
        try (var in = url.openStream()) {
            var words = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split(" ", -1);
            return new Told(Long.parseLong(words[0]), Long.parseLong(words[1]));
        }
    }
}
