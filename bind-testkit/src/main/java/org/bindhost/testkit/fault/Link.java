package org.bindhost.testkit.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection of a client, which can be ended in every way. */
final class Link {

    private final Socket raw;
    private final Socket spoken;
    private final InputStream in;
    private final CountDownLatch closing;

    /**
     * Takes a connection.
     *
     * @param raw the connection
     * @param spoken the same, with TLS if that is spoken
     * @param closing open when the server closes
     */
    Link(Socket raw, Socket spoken, CountDownLatch closing) throws IOException {
        this.raw = raw;
        this.spoken = spoken;
        this.in = new BufferedInputStream(spoken.getInputStream());
        this.closing = closing;
        raw.setTcpNoDelay(true);
    }

    InputStream in() {
        return in;
    }

    OutputStream out() throws IOException {
        return spoken.getOutputStream();
    }

    /** Says goodbye, by TLS too, and leaves the rest to the client. */
    void end() throws IOException {
        spoken.shutdownOutput();
    }

    /** Ends what is sent, by TLS without a word. */
    void cut() throws IOException {
        raw.shutdownOutput();
    }

    void reset() throws IOException {
        raw.setSoLinger(true, 0);
        raw.close();
    }

    /** Reads until the client has gone. */
    void awaitEnd() throws IOException {
        var dropped = new byte[1024];
        int count = 0;
        while (count >= 0) {
            count = in.read(dropped);
        }
    }

    void pause(Duration wait) throws IOException {
        try {
            if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server closes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server closes", e);
        }
    }

    void close() throws IOException {
        raw.close();
    }
}
