package org.bindhost.core.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.bindhost.core.spool.Spool;

/**
 * Ranges that readers have asked for and that have not come, the latest first. Whoever reads on
 * from where the last range ended is given more than it asked for, twice as much each time.
 *
 * <p>Guarded by the lock of its fetch.
 */
final class Wanted {

    /** Nothing less is asked for. */
    static final long BLOCK_BYTES = 16 * 1024;

    private static final long MOST_BYTES = 1024 * 1024;

    /** From one byte to before another. */
    record Range(long from, long to) {}

    private final Deque<Range> ranges = new ArrayDeque<>();
    private volatile boolean empty = true; // read without the lock
    private long lastEnd = -1;
    private long ahead = BLOCK_BYTES;

    /** Whether nobody reads at random; asked without the lock, by whoever has no time for it. */
    boolean isEmpty() {
        return empty;
    }

    void add(long from, long to) {
        empty = false;
        var range = new Range(from / BLOCK_BYTES * BLOCK_BYTES, roundUp(to));
        ranges.remove(range);
        ranges.addFirst(range); // as many as there are readers that wait
    }

    private static long roundUp(long offset) {
        long blocks = Math.max(0, offset - 1) / BLOCK_BYTES + 1;
        return blocks > Long.MAX_VALUE / BLOCK_BYTES ? Long.MAX_VALUE : blocks * BLOCK_BYTES;
    }

    /** Up to where bytes are wanted that have not come. */
    long end(Spool spool) {
        long end = 0;
        for (Iterator<Range> all = ranges.iterator(); all.hasNext(); ) {
            Range range = all.next();
            if (spool.endFrom(range.from) >= range.to) {
                all.remove();
            } else {
                end = Math.max(end, range.to);
            }
        }
        empty = ranges.isEmpty();
        return end;
    }

    /** The next range to fetch, within a resource of this length. */
    Optional<Range> next(Spool spool, long length) {
        while (!ranges.isEmpty()) {
            Range range = ranges.peekFirst();
            long from = spool.endFrom(range.from);
            long to = Math.min(range.to, length);
            if (from < to) {
                return Optional.of(missing(spool, from, to, length));
            }
            ranges.removeFirst();
        }
        return Optional.empty();
    }

    private Range missing(Spool spool, long from, long to, long length) {
        ahead = from == lastEnd ? Math.min(MOST_BYTES, ahead * 2) : BLOCK_BYTES;
        long most = Math.min(length, Math.max(to, from + ahead));
        lastEnd = Math.min(Math.min(most, from + MOST_BYTES), spool.nextFrom(from));
        return new Range(from, lastEnd);
    }
}
