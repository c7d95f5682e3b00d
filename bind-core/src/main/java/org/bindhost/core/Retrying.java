package org.bindhost.core;

import java.time.Duration;

/**
 * How a transfer that broke off is taken up again. Where it can be told for sure that nothing has
 * changed meanwhile, it goes on at the byte it had reached; one that had no answer yet is asked for
 * again if that does no harm; anything else ends.
 *
 * @param attempts how many times in a row without bringing anything worth speaking of, 0 or more
 * @param pause how long to wait before the first attempt that follows one in vain; each one after
 *     it waits twice as long, and a part of that is left to chance
 * @param mostPause the longest of the pauses, a day at most; whoever asks for a longer one is not
 *     asked again
 */
public record Retrying(int attempts, Duration pause, Duration mostPause) {

    /** How many times if nothing is said. */
    public static final int DEFAULT_ATTEMPTS = 5;

    /** The first pause if nothing is said: half a second. */
    public static final long DEFAULT_PAUSE_MILLIS = 500;

    /** The longest pause if nothing is said: half a minute. */
    public static final long DEFAULT_MOST_PAUSE_MILLIS = 30_000;

    private static final Duration LONGEST = Duration.ofDays(1);

    /** What holds for those who say nothing. */
    public static final Retrying DEFAULT =
            new Retrying(
                    DEFAULT_ATTEMPTS,
                    Duration.ofMillis(DEFAULT_PAUSE_MILLIS),
                    Duration.ofMillis(DEFAULT_MOST_PAUSE_MILLIS));

    /** What breaks off ends. */
    public static final Retrying NEVER = new Retrying(0, DEFAULT.pause(), DEFAULT.mostPause());

    /** Checks the figures. */
    public Retrying {
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts is 0 or more, not " + attempts);
        }
        if (pause.isNegative()
                || mostPause.compareTo(pause) < 0
                || mostPause.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "pause is 0 or more and no longer than mostPause, and that is a day at most, not "
                            + pause
                            + " and "
                            + mostPause);
        }
    }
}
