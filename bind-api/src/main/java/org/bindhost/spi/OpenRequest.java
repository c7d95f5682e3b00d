package org.bindhost.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What the engine asks of a driver: one hop of one bind.
 *
 * <p><b>Life.</b> Valid until the stage of {@link MonikerClass#open} is complete; its {@link
 * #status()} and {@link #addressPolicy()} as long as the body.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
@ProviderType
public interface OpenRequest {

    /**
     * Returns the name to open.
     *
     * @return a part of the driver's class
     */
    MonikerPart name();

    /**
     * Returns what the client wants: verb, body, extra info and flags.
     *
     * @return the bind info; redirects are the engine's business whatever it says
     */
    BindInfo info();

    /**
     * Returns which bytes are wanted.
     *
     * @return the range, or empty for all. A driver without ranges answers with all; one that has
     *     them never gives more than the range, may give less of its end, and fails with {@code
     *     OUT_OF_RANGE} if it begins behind the first byte and at or behind the end
     */
    Optional<ByteRange> range();

    /**
     * Returns under which condition the range is wanted: the thing named is still the same.
     *
     * @return the validator of an earlier answer; if it no longer holds, or the driver cannot tell
     *     for sure, the driver answers with the new content from its first byte, and the engine
     *     decides; without a range it has no meaning
     */
    Optional<Validator> condition();

    /**
     * Tells whether what is written is to follow what is there; asked of a request to write only,
     * and so only of a class that {@link WritableMonikerClass#canAppend can append}.
     *
     * @return {@code true} to append, {@code false} to write anew
     */
    default boolean appends() {
        return false;
    }

    /**
     * Tells whether a driver is to ask for uncoded bytes, because offsets in them have a meaning.
     * What comes in a content coding all the same is decoded by the driver, within a bound, or is a
     * failure; a body never has coded bytes. One that was decoded has neither a length, nor ranges,
     * nor a strong validator.
     *
     * @return {@code true} unless the client takes codings and wants the whole
     */
    default boolean identity() {
        return true;
    }

    /**
     * Returns the media types wanted (C-12).
     *
     * @return the ranges, best first, at least one
     */
    List<MediaRange> accepted();

    /**
     * Returns when the bind gives up. The engine sees to it; a driver may use it for a time-out of
     * its own.
     *
     * @return the deadline, or empty if there is none
     */
    Optional<Instant> deadline();

    /**
     * Returns for whom this is asked.
     *
     * @return the requester
     */
    Requester requester();

    /**
     * Returns the context of the bind, which all parts of a name share (C-05).
     *
     * @return the context
     */
    BindContext context();

    /**
     * Returns what stands to the left of the name.
     *
     * @return the left, or empty if the name stands alone
     */
    Optional<LeftOperand> left();

    /**
     * Returns where to report what is going on.
     *
     * @return the sink
     */
    StatusSink status();

    /**
     * Returns who decides which addresses may be connected to. A driver that uses a network asks it
     * about every address before connecting, and connects to precisely the address it asked about.
     *
     * @return the policy
     */
    AddressPolicy addressPolicy();

    /**
     * Returns the client, if it wants a say in what is asked and answered.
     *
     * @return whom to ask before each request and about each answer, or empty for nobody
     */
    default Optional<Negotiation> negotiation() {
        return Optional.empty();
    }

    /**
     * Registers what to do when the bind is cancelled before {@link MonikerClass#open} has
     * completed; done at once if it already has been. Later registrations replace earlier ones.
     *
     * @param action run once, on any thread; must not wait
     */
    void onCancel(Runnable action);
}
