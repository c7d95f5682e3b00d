package org.bindhost.core;

import java.time.Duration;

/**
 * How the transfers of an engine share what there is.
 *
 * @param transfersPerOrigin how many transfers from one origin may move at once, 1 or more
 * @param originBytesPerSecond how fast the transfers from one origin may move together, or 0 for as
 *     fast as they can
 * @param lowerShare while a more urgent class moves, those below it get one byte for so many of its
 *     bytes, 2 or more; or 0 for none, so that they may starve. They are those of the same origin;
 *     if the engine has a rate, those of all
 * @param idle after how long without asking for a byte a transfer gives its connection back, to go
 *     on later where it stopped; 0 for never. One that cannot go on keeps it
 */
public record Sharing(
        int transfersPerOrigin, long originBytesPerSecond, int lowerShare, Duration idle) {

    /** How many transfers from one origin move at once if nothing is said. */
    public static final int DEFAULT_TRANSFERS_PER_ORIGIN = 16;

    /** The share of a class while a more urgent one moves if nothing is said: one byte in 20. */
    public static final int DEFAULT_LOWER_SHARE = 20;

    /** After how long a connection is given back if nothing is said: half a minute. */
    public static final int DEFAULT_IDLE_SECONDS = 30;

    /** The sharing for those who say nothing. */
    public static final Sharing DEFAULT =
            new Sharing(DEFAULT_TRANSFERS_PER_ORIGIN, 0, DEFAULT_LOWER_SHARE);

    /**
     * Creates a sharing in which connections are given back after the usual time.
     *
     * @param transfersPerOrigin how many transfers from one origin may move at once, 1 or more
     * @param originBytesPerSecond how fast they may move together, or 0 for as fast as they can
     * @param lowerShare what those below get while a more urgent class moves
     */
    public Sharing(int transfersPerOrigin, long originBytesPerSecond, int lowerShare) {
        this(
                transfersPerOrigin,
                originBytesPerSecond,
                lowerShare,
                Duration.ofSeconds(DEFAULT_IDLE_SECONDS));
    }

    /** Checks the figures. */
    public Sharing {
        if (transfersPerOrigin < 1) {
            throw new IllegalArgumentException(
                    "transfersPerOrigin is 1 or more, not " + transfersPerOrigin);
        }
        if (originBytesPerSecond < 0) {
            throw new IllegalArgumentException(
                    "originBytesPerSecond is 0 or more, not " + originBytesPerSecond);
        }
        if (lowerShare < 0 || lowerShare == 1) {
            throw new IllegalArgumentException("lowerShare is 0, or 2 or more, not " + lowerShare);
        }
        if (idle.isNegative()) {
            throw new IllegalArgumentException("idle is 0 or more, not " + idle);
        }
    }
}
