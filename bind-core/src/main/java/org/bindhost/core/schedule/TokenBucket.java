package org.bindhost.core.schedule;

import java.util.function.LongSupplier;

/**
 * How many bytes a rate allows by now. Fills up for at most a tenth of a second. Not safe for
 * threads: its scheduler holds a lock.
 */
final class TokenBucket {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long BURST_NANOS = NANOS_PER_SECOND / 10;

    private final LongSupplier nanos;
    private long bytesPerSecond;
    private double tokens;
    private long filledAt;

    TokenBucket(LongSupplier nanos, long bytesPerSecond) {
        this.nanos = nanos;
        this.filledAt = nanos.getAsLong();
        this.bytesPerSecond = bytesPerSecond;
        this.tokens = burst();
    }

    void rate(long newBytesPerSecond) {
        boolean wasLimited = isLimited();
        fill();
        bytesPerSecond = newBytesPerSecond;
        tokens = wasLimited ? Math.min(tokens, burst()) : burst();
    }

    long bytesPerSecond() {
        return bytesPerSecond;
    }

    boolean isLimited() {
        return bytesPerSecond != 0;
    }

    /** How many bytes may go now; no bound at all if the rate is 0. */
    long available() {
        if (bytesPerSecond == 0) {
            return Long.MAX_VALUE;
        }
        fill();
        return (long) tokens;
    }

    /** Takes so many bytes, or gives back if it is less than none. */
    void take(long bytes) {
        if (bytesPerSecond != 0) {
            tokens -= bytes;
        }
    }

    /** How long until so many bytes may go, if nobody else takes them. */
    long nanosUntil(long bytes) {
        double missing = Math.min((double) bytes, burst()) - tokens;
        return missing <= 0 ? 0 : (long) Math.ceil(missing / perNano());
    }

    /**
     * The least that is worth a grant: under a low rate a whole quantum would be a long wait, and a
     * byte at a time a busy one.
     */
    long smallest(long quantum) {
        return isLimited() ? Math.max(1, Math.min(quantum, bytesPerSecond / 20)) : quantum;
    }

    /**
     * What is kept back for the more urgent, who may come again at once: a quarter of the burst.
     */
    long reserve() {
        return bytesPerSecond / 40;
    }

    /** Whether it would make no difference to begin with a new one. */
    boolean isFull() {
        if (bytesPerSecond == 0) {
            return true;
        }
        fill();
        return tokens >= burst();
    }

    private void fill() {
        long now = nanos.getAsLong();
        tokens = Math.min(burst(), tokens + perNano() * (double) (now - filledAt));
        filledAt = now;
    }

    private double perNano() {
        return (double) bytesPerSecond / NANOS_PER_SECOND;
    }

    private double burst() {
        return Math.max(1, perNano() * BURST_NANOS);
    }
}
