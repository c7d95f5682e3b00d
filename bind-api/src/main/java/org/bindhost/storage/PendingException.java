package org.bindhost.storage;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.concurrent.CompletionStage;

/**
 * What was to be read has not come yet, or what is to be written cannot be taken yet, and whoever
 * called does not wait. Nothing was read or written; the same call may be made again.
 *
 * <p>Source: {@code E_PENDING}, with something to wait on in place of polling.
 */
public final class PendingException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient CompletionStage<Void> ready;

    /**
     * Creates an exception.
     *
     * @param message what has not come yet
     * @param ready completes when it is worth trying again, normally even if nothing will ever come
     */
    public PendingException(String message, CompletionStage<Void> ready) {
        super(message);
        this.ready = requireNonNull(ready, "ready");
    }

    /**
     * Returns what to wait on.
     *
     * @return a stage that completes when it is worth trying again
     */
    public CompletionStage<Void> ready() {
        return ready;
    }
}
