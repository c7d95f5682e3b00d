package org.bindhost.core.spool;

import java.nio.file.Path;

/**
 * How much one spool may hold, and where.
 *
 * @param memoryBytes in memory, at least one page of 64 KiB
 * @param diskBytes on disk beyond that, 0 or more
 * @param directory where the files go; must exist by the time one is needed
 */
public record SpoolLimits(long memoryBytes, long diskBytes, Path directory) {

    public SpoolLimits {
        if (memoryBytes < PagePool.LARGE_BYTES || diskBytes < 0) {
            throw new IllegalArgumentException(
                    "a spool has at least "
                            + PagePool.LARGE_BYTES
                            + " bytes of memory and 0 of disk, not "
                            + memoryBytes
                            + " and "
                            + diskBytes);
        }
    }
}
