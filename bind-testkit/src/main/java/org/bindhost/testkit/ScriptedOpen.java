package org.bindhost.testkit;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;

/**
 * An open that stays without an answer until the test gives one. Being cancelled alone does not
 * answer it.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class ScriptedOpen {

    private final CompletableFuture<Content> stage = new CompletableFuture<>();
    private final AtomicReference<OpenRequest> request = new AtomicReference<>();
    private volatile boolean cancelled;

    ScriptedOpen() {}

    CompletionStage<Content> begin(OpenRequest asked) {
        request.set(asked);
        asked.onCancel(() -> cancelled = true);
        return stage;
    }

    /**
     * Returns what was asked.
     *
     * @return the request, or empty if it has not been made yet
     */
    public Optional<OpenRequest> request() {
        return Optional.ofNullable(request.get());
    }

    /**
     * Tells whether the request was cancelled.
     *
     * @return {@code true} once it was
     */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Answers.
     *
     * @param content the answer
     */
    public void complete(Content content) {
        stage.complete(content);
    }

    /**
     * Fails.
     *
     * @param failure why
     */
    public void fail(BindException failure) {
        stage.completeExceptionally(failure);
    }
}
