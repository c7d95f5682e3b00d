package org.bindhost.bind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a container may take to find an item (B-30, B-31).
 *
 * <p>Source: {@code BINDSPEED}, counted from the time that is left.
 */
public enum BindSpeed {
    /** Less than two and a half seconds: only what is loaded already. */
    IMMEDIATE,
    /** Two and a half seconds or more, but not for ever: what can be loaded quickly. */
    MODERATE,
    /** As long as it takes. */
    INDEFINITE;

    private static final Duration SOON = Duration.ofMillis(2500);

    /**
     * Returns the speed that a deadline asks for.
     *
     * @param deadline when the bind gives up, or empty if it does not
     * @param now the time
     * @return the speed
     */
    public static BindSpeed of(Optional<Instant> deadline, Instant now) {
        return deadline.map(end -> end.isBefore(now.plus(SOON)) ? IMMEDIATE : MODERATE)
                .orElse(INDEFINITE);
    }
}
