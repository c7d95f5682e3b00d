package org.bindhost.itests.cases;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, bounded, for what no event tells of. */
final class Eventually {

    /** How long anything is waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long BETWEEN_LOOKS_NANOS = 5_000_000;

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
