package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an answer may be used without asking again, by the word of whoever gave it.
 *
 * @param lifetime how long from now, zero for not at all, or empty if nothing was said
 * @param storable whether it may be kept at all
 */
public record Freshness(Optional<Duration> lifetime, boolean storable) {

    /** Nothing was said. */
    public static final Freshness UNSAID = new Freshness(Optional.empty(), true);

    /** Checks that nothing is missing. */
    public Freshness {
        requireNonNull(lifetime, "lifetime");
    }
}
