package org.bindhost.bind;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A bind under way: the handle by which its client, or the container for it, steers it.
 *
 * <p><b>Life.</b> A binding ends once, in one of the three terminal states. Letting go of the
 * handle ends nothing (D-40).
 *
 * <p><b>Threads.</b> Any thread may call any method, also from within a callback. No method waits.
 * A call that changes the state takes effect before the next callback begins; a callback already
 * running is left to finish.
 *
 * <p><b>Source.</b> {@code IBinding}. Departs from it in that {@link #abort()} is allowed
 * everywhere and that suspending and priority always work.
 */
@ProviderType
public interface Binding {

    /**
     * Returns a number that no other binding of this engine has.
     *
     * @return the number, 1 or more
     */
    long id();

    /**
     * Returns the name being bound.
     *
     * @return the moniker, the same one for the life of this binding, redirects or not
     */
    Moniker moniker();

    /**
     * Returns where this bind stands at the moment of the call.
     *
     * @return the state; once terminal, it never changes
     */
    BindState state();

    /**
     * Returns how the bind ended (D-31).
     *
     * @return the outcome, or empty while {@link #state()} is not terminal
     */
    Optional<BindOutcome> result();

    /**
     * Returns a stage that completes with the outcome, normally whatever the outcome is, right
     * after {@link BindStatusCallback#onStopBinding} returned.
     *
     * @return the stage; completing it does nothing to the bind
     */
    CompletionStage<BindOutcome> completion();

    /**
     * Returns what a later bind needs to go on with what this one reads.
     *
     * @return that, with the place up to which its result was read; a client that has not kept all
     *     of it goes on {@link Resumption#at} a place of its own. Empty as long as nothing was
     *     found, for results that are not read from the first byte to the last, and where it cannot
     *     be told for sure whether two binds read the same
     */
    default Optional<Resumption> resumption() {
        return Optional.empty();
    }

    /**
     * Returns how urgent this bind is.
     *
     * @return the priority
     */
    Priority priority();

    /**
     * Sets how urgent this bind is, while it waits or while it transfers (F-03, F-05).
     *
     * @param priority the priority
     */
    void setPriority(Priority priority);

    /**
     * Holds the bind still: nothing more is asked of its source, and no callback but the stop comes
     * until {@link #resume()}.
     *
     * @return {@code true} if this call suspended it, {@code false} if it was not active
     */
    boolean suspend();

    /**
     * Lets a suspended bind go on from the byte where it stopped.
     *
     * @return {@code true} if this call resumed it, {@code false} if it was not suspended
     */
    boolean resume();

    /**
     * Ends the bind for good. Nothing but {@link BindStatusCallback#onStopBinding} is heard after
     * it (D-33). A result already handed out gives no more data: reading it fails.
     *
     * @return {@code true} if this call ended it, {@code false} if it had ended before (D-35, X-2)
     */
    boolean abort();
}
