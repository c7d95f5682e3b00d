package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * What a client answers when it is asked how to bind. Source: {@code BINDINFO} and {@code BINDF}.
 *
 * @param flags how to carry it out
 * @param verb what to ask of a protocol that has verbs, such as {@code "GET"}; others ignore it
 * @param body bytes to send along with the verb
 * @param extraInfo text appended to the name as it is requested, such as a query; may be empty
 * @param resumption where to go on, if an earlier bind has brought what is before; only what is
 *     read from the first byte to the last can be asked for so: a stream, a channel, a publisher
 * @param digest what the bytes must have; a bind whose bytes have another fails at its end, reason
 *     {@code DIGEST_MISMATCH}. Not together with a resumption
 */
public record BindInfo(
        Set<BindFlag> flags,
        String verb,
        Optional<RequestBody> body,
        String extraInfo,
        Optional<Resumption> resumption,
        Optional<Digest> digest) {

    /** The verb that reads. */
    public static final String GET = "GET";

    /** Synchronous: over before the bind call returns. */
    public static final BindInfo SYNCHRONOUS = reading();

    /** Asynchronous, moving data only as it is read. */
    public static final BindInfo PULL = reading(BindFlag.ASYNCHRONOUS, BindFlag.PULL_DATA);

    /** Asynchronous, moving data whether it is read or not. */
    public static final BindInfo PUSH = reading(BindFlag.ASYNCHRONOUS);

    /** Copies the flags. */
    public BindInfo {
        flags = Set.copyOf(flags);
        requireNonNull(body, "body");
        requireNonNull(extraInfo, "extraInfo");
        requireNonNull(resumption, "resumption");
        if (digest.isPresent() && resumption.isPresent()) {
            throw new IllegalArgumentException("the digest of a part is not that of the whole");
        }
        if (verb.isEmpty()) {
            throw new IllegalArgumentException("a verb is needed");
        }
    }

    /**
     * Creates an answer that begins at the first byte.
     *
     * @param flags how to carry it out
     * @param verb what to ask of a protocol that has verbs
     * @param body bytes to send along with the verb
     * @param extraInfo text appended to the name as it is requested; may be empty
     */
    public BindInfo(
            Set<BindFlag> flags, String verb, Optional<RequestBody> body, String extraInfo) {
        this(flags, verb, body, extraInfo, Optional.empty(), Optional.empty());
    }

    /**
     * Returns this answer for a bind that goes on where an earlier one stopped.
     *
     * @param where the first byte wanted, and what of
     * @return the answer
     * @throws IllegalArgumentException if it says a digest, which is that of the whole
     */
    public BindInfo from(Resumption where) {
        return new BindInfo(flags, verb, body, extraInfo, Optional.of(where), digest);
    }

    /**
     * Returns this answer for a bind whose bytes must have a digest.
     *
     * @param expected the digest
     * @return the answer
     */
    public BindInfo verifying(Digest expected) {
        return new BindInfo(flags, verb, body, extraInfo, resumption, Optional.of(expected));
    }

    /**
     * Returns what a plain read answers.
     *
     * @param flags how to carry it out
     * @return the answer
     */
    public static BindInfo reading(BindFlag... flags) {
        return new BindInfo(Set.of(flags), GET, Optional.empty(), "");
    }

    /**
     * Tells whether a flag is set.
     *
     * @param flag the flag
     * @return {@code true} if it is
     */
    public boolean has(BindFlag flag) {
        return flags.contains(flag);
    }
}
