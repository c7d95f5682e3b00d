package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/**
 * What a bind call answers: the result at once, or that it has been started. A failure is thrown.
 *
 * <p>Source: {@code S_OK} with a result and {@code MK_S_ASYNCHRONOUS} without one; never both
 * (D-03).
 *
 * @param <T> the type that was asked for
 */
public sealed interface BindResult<T> {

    /**
     * Returns the handle of the bind.
     *
     * @return the binding
     */
    Binding binding();

    /**
     * Returns a stage that completes with the result as soon as it can be used, or with the {@link
     * BindException} by which the bind failed before that, reason {@code ABORTED} if it was
     * aborted.
     *
     * @return the stage; completed already if bound
     */
    CompletionStage<T> content();

    /**
     * Waits for the result. Not for threads of the engine and callbacks, which must not wait.
     *
     * @return the result
     * @throws BindException if the bind failed before it had one; reason {@code ABORTED} if it was
     *     aborted
     * @throws InterruptedException if the thread was interrupted; the bind goes on
     */
    default T await() throws BindException, InterruptedException {
        try {
            return content().toCompletableFuture().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BindException failure) {
                throw failure;
            }
            throw new IllegalStateException("content fails with a BindException only", e);
        }
    }

    /**
     * The bind was carried out.
     *
     * @param binding the handle of the bind
     * @param value the result; whoever asked for it closes it, if it can be closed
     * @param <T> the type that was asked for
     */
    record Bound<T>(Binding binding, T value) implements BindResult<T> {
        /** Checks that nothing is missing. */
        public Bound {
            requireNonNull(binding, "binding");
            requireNonNull(value, "value");
        }

        @Override
        public CompletionStage<T> content() {
            return CompletableFuture.completedStage(value);
        }
    }

    /**
     * The bind was started and goes on; the callback tells the rest.
     *
     * @param binding the handle of the bind
     * @param content completes when the result can be used
     * @param <T> the type that was asked for
     */
    record Started<T>(Binding binding, CompletionStage<T> content) implements BindResult<T> {
        /** Checks that nothing is missing. */
        public Started {
            requireNonNull(binding, "binding");
            requireNonNull(content, "content");
        }
    }
}
