package org.bindhost.core.engine;

import java.util.function.Supplier;
import org.bindhost.core.spool.PagePool;
import org.bindhost.core.spool.Spool;
import org.bindhost.core.spool.SpoolLimits;
import org.bindhost.core.spool.SpoolOwner;
import org.bindhost.core.spool.SpoolThreads;

/**
 * Makes spools.
 *
 * @param limits how much one may hold
 * @param pool the memory they share
 * @param threads who works for them
 */
record Spools(Supplier<SpoolLimits> limits, PagePool pool, SpoolThreads threads) {

    private static final long USUAL_LEAST = 64 * 1024;

    /** A spool that begins at a byte: what is before it is not to be had. */
    Spool spool(SpoolOwner owner, long firstByte) {
        return new Spool(limits.get(), pool, threads, owner, firstByte);
    }

    /** Asking for less than this, because there is no room for more, is not worth it. */
    long leastRoom() {
        return Math.min(USUAL_LEAST, limits.get().memoryBytes() / 4);
    }
}
