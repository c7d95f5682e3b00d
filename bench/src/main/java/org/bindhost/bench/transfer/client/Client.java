package org.bindhost.bench.transfer.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionStage;

/**
 * A candidate: something that reads what a URL names, in as many ways as it has. A way that it does
 * not have is an {@link UnsupportedOperationException}.
 */
public interface Client extends AutoCloseable {

    /** How a body is taken. */
    enum Form {
        /** As a stream, by the calling thread. */
        STREAM,
        /** Buffer by buffer, the next one when the last was taken. */
        PULL,
        /** Buffer by buffer, as they come. */
        PUSH,
        /** As a file. */
        PATH
    }

    /** What is read from a stream at once. */
    int BUFFER_BYTES = 64 * 1024;

    /**
     * Reads a body to its end and forgets it.
     *
     * @param url of what
     * @param form how
     * @return how many bytes there were
     */
    default long read(String url, Form form) throws Exception {
        return switch (form) {
            case STREAM -> drain(stream(url));
            case PULL -> open(url).done().toCompletableFuture().get();
            case PUSH -> push(url);
            case PATH -> save(url);
        };
    }

    /** Opens a body as a stream. */
    default InputStream stream(String url) throws Exception {
        throw new UnsupportedOperationException("no stream");
    }

    /** Opens a body that comes buffer by buffer; it flows until it is held. */
    default Tap open(String url) throws Exception {
        throw new UnsupportedOperationException("no pull");
    }

    /** Takes a body as it comes; returns its length. */
    default long push(String url) throws Exception {
        throw new UnsupportedOperationException("no push");
    }

    /** Has a body in a file, which is deleted; returns its length. */
    default long save(String url) throws Exception {
        throw new UnsupportedOperationException("no file");
    }

    /** Begins to read a small body, which others do at the same time. */
    default CompletionStage<Long> start(String url) throws Exception {
        return open(url).done();
    }

    /** CPU seconds of the last read, if another process made it. */
    default OptionalDouble cpuElsewhere() {
        return OptionalDouble.empty();
    }

    @Override
    default void close() {}

    /** Reads a stream to its end and closes it. */
    static long drain(InputStream stream) throws IOException {
        var buffer = new byte[BUFFER_BYTES];
        long total = 0;
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                total += count;
            }
        }
        return total;
    }

    /** Makes an empty file for a body. */
    static Path newFile() {
        try {
            return Files.createTempFile("body", ".bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
