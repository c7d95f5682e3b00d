package org.bindhost.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.testkit.fault.Request.Field;

/** Reads requests of HTTP/1.1 from a connection, and has them answered: RFC 9112. */
final class Http1Connection {

    private static final int MOST_HEAD_BYTES = 64 * 1024;

    /** With what a client of HTTP/2 begins, so that it is one of HTTP/1.1 to nobody. */
    private static final String PREFACE_METHOD = "PRI";

    private final Link link;
    private final Site site;

    Http1Connection(Link link, Site site) {
        this.link = link;
        this.site = site;
    }

    /**
     * Answers until the connection ends.
     *
     * @return whether the client turned out to speak HTTP/2; its preface is read but for the last
     *     six bytes
     */
    boolean serve() throws IOException {
        boolean goesOn = true;
        while (goesOn) {
            Request request = read();
            if (request.method().equals(PREFACE_METHOD)) {
                return true;
            }
            skipBody(request);
            Sending sending = site.answer(request);
            var wire = new Http1Wire(link, sending);
            sending.run(wire);
            goesOn = wire.goesOn();
        }
        link.awaitEnd();
        return false;
    }

    private Request read() throws IOException {
        String[] start = line().split(" ", 3);
        if (start.length < 3) {
            throw new IOException("no request: " + String.join(" ", start));
        }
        List<Field> fields = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("no field: " + line);
            }
            fields.add(new Field(line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        return new Request(start[2], start[0], start[1], fields);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = next(); c != '\n'; c = next()) {
            line.append((char) c);
            if (line.length() > MOST_HEAD_BYTES) {
                throw new IOException("a line without end");
            }
        }
        return line.toString().trim();
    }

    private int next() throws IOException {
        int c = link.in().read();
        if (c < 0) {
            throw new EOFException("the client has gone");
        }
        return c;
    }

    private void skipBody(Request request) throws IOException {
        long length = Long.parseLong(request.field("Content-Length").orElse("0"));
        link.in().skipNBytes(length);
        if (request.field("Transfer-Encoding").isPresent()) {
            skipChunks();
        }
    }

    private void skipChunks() throws IOException {
        long size = size(line());
        while (size > 0) {
            link.in().skipNBytes(size);
            line();
            size = size(line());
        }
        for (String trailer = line(); !trailer.isEmpty(); ) {
            trailer = line();
        }
    }

    private static long size(String line) throws IOException {
        try {
            return Long.parseLong(line.split(";", 2)[0].trim(), 16);
        } catch (NumberFormatException e) {
            throw new IOException("no chunk: " + line, e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
