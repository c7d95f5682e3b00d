package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;

/** Receives a body, and writes down how it ended. */
final class Reader implements Body.Receiver {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> ends = new CopyOnWriteArrayList<>();
    private final CompletableFuture<BindException> failure = new CompletableFuture<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    /** What came; to be called when it has ended, or by whoever moves it. */
    String text() {
        return bytes.toString(ISO_8859_1);
    }

    /** {@code "complete"}, or the reason of a failure; one entry for each end told. */
    List<String> ends() {
        return List.copyOf(ends);
    }

    /** Waits for a failure. */
    BindException failure() {
        return failure.orTimeout(10, SECONDS).join();
    }

    /** Completes at the end, or fails as it does. */
    CompletableFuture<Void> end() {
        return complete;
    }

    /** Waits for the end. */
    void completed() {
        complete.orTimeout(10, SECONDS).join();
    }

    @Override
    public void onBytes(ByteBuffer more) {
        while (more.hasRemaining()) {
            bytes.write(more.get());
        }
    }

    @Override
    public void onComplete() {
        ends.add("complete");
        complete.complete(null);
        failure.completeExceptionally(new AssertionError("it is complete"));
    }

    @Override
    public void onFailure(BindException why) {
        ends.add(why.reason().toString());
        failure.complete(why);
        complete.completeExceptionally(why);
    }
}
