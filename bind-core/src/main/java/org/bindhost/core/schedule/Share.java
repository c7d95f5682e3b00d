package org.bindhost.core.schedule;

/**
 * What a class gets while a more urgent one moves: one byte in so many of those that the more
 * urgent ones get; and, since theirs may come slowly for reasons of their own, also that part of
 * the time. How long its last grant took to come says how long it then has to wait.
 */
final class Share {

    /** No more is handed out at a time. */
    static final long GRANT_BYTES = 16 * 1024;

    private static final long MOST_CREDIT = 2 * GRANT_BYTES;
    private static final long FIRST_NANOS = 50_000_000;
    private static final long SHORTEST_NANOS = 1_000_000;
    private static final long LONGEST_NANOS = 2_000_000_000;

    private int oneIn;
    private double credit;
    private long next;
    private long began;
    private long shortest;

    void oneIn(int newOneIn) {
        oneIn = newOneIn;
    }

    /** A more urgent class was granted so many bytes. */
    void earn(long bytes) {
        if (oneIn != 0) {
            credit = Math.min(MOST_CREDIT, credit + (double) bytes / oneIn);
        }
    }

    /** Whether it may have its next grant. */
    boolean isDue(long now) {
        return oneIn != 0 && (credit >= GRANT_BYTES || now >= next);
    }

    /** When it is next due by time alone; never if it has no share. */
    long next() {
        return oneIn == 0 ? Long.MAX_VALUE : next;
    }

    /** It begins to be held back. */
    void held(long now) {
        next = now + pause(FIRST_NANOS);
    }

    /**
     * Something was handed out.
     *
     * @param atLeast how long it takes at the rate that is set
     */
    void spent(long now, long bytes, long atLeast) {
        credit = Math.max(0, credit - bytes);
        began = now;
        shortest = Math.max(SHORTEST_NANOS, atLeast);
        next = now + pause(Math.max(LONGEST_NANOS, shortest));
    }

    /** What was handed out has come. */
    void came(long now) {
        next = now + pause(Math.max(shortest, now - began));
    }

    private long pause(long nanos) {
        return nanos * Math.max(0, oneIn - 1);
    }
}
