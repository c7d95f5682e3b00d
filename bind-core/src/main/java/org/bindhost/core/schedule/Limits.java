package org.bindhost.core.schedule;

/**
 * What transfers share.
 *
 * @param transfers how many may move at once, 1 or more
 * @param bytesPerSecond how fast they may move together, or 0 for as fast as they can
 */
public record Limits(int transfers, long bytesPerSecond) {

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
