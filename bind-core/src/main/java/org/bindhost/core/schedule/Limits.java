package org.bindhost.core.schedule;

import org.bindhost.core.Sharing;

/**
 * What transfers share.
 *
 * @param transfers how many may move at once, 1 or more
 * @param bytesPerSecond how fast they may move together, or 0 for as fast as they can
 * @param sharing how they share it
 */
public record Limits(int transfers, long bytesPerSecond, Sharing sharing) {

    public Limits {
        if (transfers < 1 || bytesPerSecond < 0) {
            throw new IllegalArgumentException(
                    "at least one transfer at a rate of 0 or more, not "
                            + transfers
                            + ", "
                            + bytesPerSecond);
        }
    }
}
