package org.bindhost.core.schedule;

/**
 * What a class gets while a more urgent one moves: one byte in so many of those that the more
 * urgent one gets; and, since those may come slowly for reasons of their own, a grant a second in
 * any case.
 */
final class Share {

    /** No more is handed out at a time. */
    static final long GRANT_BYTES = 16 * 1024;

    private static final long MOST_CREDIT = 2 * GRANT_BYTES;
    private static final long PAUSE_NANOS = 1_000_000_000;

    private int oneIn;
    private double credit;
    private boolean everServed;
    private long servedAt;

    void oneIn(int newOneIn) {
        oneIn = newOneIn;
        credit = 0;
    }

    /** The more urgent class was granted so many bytes. */
    void earn(long bytes) {
        if (oneIn != 0) {
            credit = Math.min(MOST_CREDIT, credit + (double) bytes / oneIn);
        }
    }

    /** Whether the more urgent class has got so much that there is a grant coming. */
    boolean isEarned() {
        return credit >= GRANT_BYTES;
    }

    /** In how many nanoseconds there is one by time alone; never if there is no share. */
    long nanosUntilDue(long now) {
        if (oneIn == 0) {
            return Long.MAX_VALUE;
        }
        return everServed ? PAUSE_NANOS - (now - servedAt) : 0;
    }

    /** So much of the share was handed out. */
    void spent(long bytes) {
        credit = Math.max(0, credit - bytes);
    }

    /** Something was handed out, of the share or not. */
    void served(long now) {
        everServed = true;
        servedAt = now;
    }
}
