package org.bindhost.core;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * The limits of an engine.
 *
 * @param transfers how many transfers may move at once, 1 or more
 * @param bytesPerSecond how fast they may move together, or 0 for as fast as they can
 * @param memoryBytes what one transfer may keep in memory, 65,536 or more
 * @param spoolBytes what one transfer may keep on disk, 0 or more
 * @param spoolDirectory where on disk; made if it is missing
 * @param sharing how transfers share places and rates
 * @param retrying how transfers that broke off are taken up again
 * @param policy what binds may reach
 */
public record CoreSettings(
        int transfers,
        long bytesPerSecond,
        long memoryBytes,
        long spoolBytes,
        Path spoolDirectory,
        Sharing sharing,
        Retrying retrying,
        BindPolicy policy) {

    /** How many transfers move at once if nothing is said. */
    public static final int DEFAULT_TRANSFERS = 64;

    /** What one transfer keeps in memory if nothing is said: 1 MiB. */
    public static final long DEFAULT_MEMORY_BYTES = 1L << 20;

    /** What all transfers together keep in memory if nothing is said: 64 MiB. */
    public static final long DEFAULT_TOTAL_MEMORY_BYTES = 64L << 20;

    /** What one transfer keeps on disk if nothing is said: 16 GiB. */
    public static final long DEFAULT_SPOOL_BYTES = 16L << 30;

    /** Checks the limits. */
    public CoreSettings {
        requireNonNull(spoolDirectory, "spoolDirectory");
        requireNonNull(sharing, "sharing");
        requireNonNull(retrying, "retrying");
        requireNonNull(policy, "policy");
        check(transfers >= 1, "transfers", transfers, 1);
        check(bytesPerSecond >= 0, "bytesPerSecond", bytesPerSecond, 0);
        check(memoryBytes >= 1 << 16, "memoryBytes", memoryBytes, 1 << 16);
        check(spoolBytes >= 0, "spoolBytes", spoolBytes, 0);
    }

    /**
     * Limits with the usual sharing and retrying.
     *
     * @param transfers how many transfers may move at once, 1 or more
     * @param bytesPerSecond how fast they may move together, or 0 for as fast as they can
     * @param memoryBytes what one transfer may keep in memory, 65,536 or more
     * @param spoolBytes what one transfer may keep on disk, 0 or more
     * @param spoolDirectory where on disk; made if it is missing
     */
    public CoreSettings(
            int transfers,
            long bytesPerSecond,
            long memoryBytes,
            long spoolBytes,
            Path spoolDirectory) {
        this(
                transfers,
                bytesPerSecond,
                memoryBytes,
                spoolBytes,
                spoolDirectory,
                Sharing.DEFAULT,
                Retrying.DEFAULT,
                BindPolicy.DEFAULT);
    }

    /**
     * Returns these settings with another way of sharing.
     *
     * @param other how transfers share places and rates
     * @return the settings
     */
    public CoreSettings withSharing(Sharing other) {
        return new CoreSettings(
                transfers,
                bytesPerSecond,
                memoryBytes,
                spoolBytes,
                spoolDirectory,
                other,
                retrying,
                policy);
    }

    /**
     * Returns these settings with another way of retrying.
     *
     * @param other how transfers that broke off are taken up again
     * @return the settings
     */
    public CoreSettings withRetrying(Retrying other) {
        return new CoreSettings(
                transfers,
                bytesPerSecond,
                memoryBytes,
                spoolBytes,
                spoolDirectory,
                sharing,
                other,
                policy);
    }

    /**
     * Returns the settings for those who say nothing.
     *
     * @param spoolDirectory where spool files go
     * @return the settings
     */
    public static CoreSettings defaults(Path spoolDirectory) {
        return new CoreSettings(
                DEFAULT_TRANSFERS, 0, DEFAULT_MEMORY_BYTES, DEFAULT_SPOOL_BYTES, spoolDirectory);
    }

    /**
     * Returns these settings with another policy.
     *
     * @param other what binds may reach
     * @return the settings
     */
    public CoreSettings withPolicy(BindPolicy other) {
        return new CoreSettings(
                transfers,
                bytesPerSecond,
                memoryBytes,
                spoolBytes,
                spoolDirectory,
                sharing,
                retrying,
                other);
    }

    /**
     * Returns what all transfers together keep in memory before they go to disk.
     *
     * @return the number of bytes
     */
    public long totalMemoryBytes() {
        return DEFAULT_TOTAL_MEMORY_BYTES;
    }

    private static void check(boolean holds, String name, long value, long least) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + least + " or more, not " + value);
        }
    }
}
