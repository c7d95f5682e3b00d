package org.bindhost.bind;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decides how a bind is made and hears what becomes of it.
 *
 * <p>The calls of one bind form {@code getBindInfo [onStartBinding (onProgress | onDataAvailable)*
 * onObjectAvailable? onStopBinding]}. They come one at a time, each happening-before the next
 * (D-12), on the engine's threads or on the executor of the client's {@link BindOptions}; those of
 * a synchronous bind that reads, or makes an object, come on the thread that made the call. {@link
 * #getBindInfo} and {@link #priority} alone are called by the thread that asks for the bind, before
 * the bind exists. An implementation must not block.
 *
 * <p>A callback that throws ends its own bind and no other: a {@link BindException} becomes the
 * outcome as it is, anything else a failure of reason {@code CALLBACK_FAILED}.
 *
 * <p>The shortest callback is a lambda: {@code () -> BindInfo.PULL}.
 *
 * <p>Source: {@code IBindStatusCallback}.
 */
@ConsumerType
@FunctionalInterface
public interface BindStatusCallback {

    /**
     * Tells how the bind is to be made. Called exactly once, before anything else (D-05).
     *
     * @return the answer
     * @throws BindException to make no bind at all: the bind call fails with it, and nothing else
     *     is called (D-17)
     */
    BindInfo getBindInfo() throws BindException;

    /**
     * Tells how urgent the bind is. Asked once, before the transfer waits for its turn (F-04);
     * later changes go through {@link Binding#setPriority}. One that throws makes no bind.
     *
     * @return the priority, or empty for the one of the bind context
     */
    default Optional<Priority> priority() {
        return Optional.empty();
    }

    /**
     * The bind is about to begin; called exactly once, before progress and data (D-05).
     *
     * @param binding the handle to steer it by; it may be kept
     * @throws BindException to refuse the bind: nothing is transferred, and the refusal is the
     *     outcome (D-32)
     */
    default void onStartBinding(Binding binding) throws BindException {}

    /**
     * Something was reached, in the order of D-06.
     *
     * @param progress what
     * @throws BindException to end the bind with it
     */
    default void onProgress(BindProgress progress) throws BindException {}

    /**
     * Data has come (D-09). Reading the content here never waits: what has not come yet is pending.
     *
     * @param data what has come
     * @throws BindException to end the bind with it (D-38)
     */
    default void onDataAvailable(DataAvailable data) throws BindException {}

    /**
     * The object of an object bind is there (D-43, D-47).
     *
     * @param object the object
     * @throws BindException to end the bind with it
     */
    default void onObjectAvailable(Object object) throws BindException {}

    /**
     * The bind has ended; the last call, exactly once for every bind whose {@link #onStartBinding}
     * was called (D-10).
     *
     * @param outcome how it ended
     */
    default void onStopBinding(BindOutcome outcome) {}

    /**
     * Returns an optional ability of this callback, such as {@link HttpNegotiate}.
     *
     * @param type the ability
     * @param <T> the ability
     * @return the ability, or empty if this callback does not have it
     */
    default <T> Optional<T> extension(Class<T> type) {
        return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
    }
}
