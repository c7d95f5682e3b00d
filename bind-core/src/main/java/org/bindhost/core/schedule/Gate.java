package org.bindhost.core.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bindhost.bind.PriorityClass;

/**
 * What transfers must pass to be granted bytes: that of their document, that of their origin, that
 * of all. It lets the most urgent class pass first and within a class by weight, at its rate; where
 * classes precede one another without a rate, it holds the lower ones back while a more urgent one
 * moves.
 */
final class Gate {

    // How many gates are before it.
    static final int OF_DOCUMENT = 0;
    static final int OF_ORIGIN = 1;
    static final int OF_ALL = 2;
    static final int NUMBER = 3;

    /** Under a rate no more passes at a time, so that shares are even. */
    private static final long QUANTUM_BYTES = 16 * 1024;

    /** What those may have on their way who compete with another class. */
    static final long WINDOW_BYTES = 128 * 1024;

    /** Without so long a sleep a high rate would be a busy one. */
    private static final long SHORTEST_SLEEP_NANOS = 1_000_000;

    private static final Bound NO_BOUND = new Bound(Long.MAX_VALUE, 0);
    private static final Bound A_SHARE = new Bound(Share.GRANT_BYTES, 0);

    final TokenBucket bucket;
    final Due due; // set when somebody may pass
    private final int level;
    private final List<Band> bands;
    private boolean strict;
    private long sleep;

    /**
     * Creates a gate that lets everything pass at once.
     *
     * @param level how many gates are before it
     * @param bucket its rate
     * @param due makes what is set when somebody may pass
     */
    Gate(int level, Order order, TokenBucket bucket, Function<Gate, Due> due) {
        this.level = level;
        this.bucket = bucket;
        this.due = due.apply(this);
        this.bands =
                Stream.of(PriorityClass.values())
                        .map(priorityClass -> new Band(level, order))
                        .toList();
    }

    /**
     * Who passes.
     *
     * @param ticket the one
     * @param bytes how much of what it asks for
     */
    record Passage(Ticket ticket, long bytes) {}

    /**
     * How much may pass.
     *
     * @param most how much at a time
     * @param reserve how much of the rate is to be left over
     */
    private record Bound(long most, long reserve) {}

    /** Says whether classes precede one another though no rate is set. */
    void strict(boolean isStrict) {
        strict = isStrict;
    }

    void lowerShare(int oneIn) {
        bands.forEach(band -> band.share.oneIn(oneIn));
    }

    Band band(Ticket ticket) {
        return bands.get(ticket.rank());
    }

    boolean isAwaited() {
        for (Band band : bands) { // not a stream: this is asked with each grant
            if (!band.queue.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether to pass it is nothing. */
    boolean isOpen() {
        return !strict && !bucket.isLimited() && !isAwaited();
    }

    /** What a ticket may have on its way, as far as this gate knows. */
    long window(Ticket ticket, long now) {
        boolean isContested = (strict || bucket.isLimited()) && isContested(band(ticket), now);
        return isContested ? Math.max(WINDOW_BYTES, bucket.bytesPerSecond() / 4) : Long.MAX_VALUE;
    }

    /** Whether another class waits or moves. */
    private boolean isContested(Band own, long now) {
        for (Band band : bands) {
            if (!band.equals(own) && (!band.queue.isEmpty() || band.movesFor(now) > 0)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Lets one pass, if one may at this moment; otherwise {@link #sleep} says when to look again.
     */
    Optional<Passage> next(long now) {
        for (int rank = bands.size() - 1; rank > 0; rank--) {
            Band band = bands.get(rank);
            if (!band.queue.isEmpty() && band.share.isEarned()) {
                return passShare(rank, now);
            }
        }
        for (int rank = 0; rank < bands.size(); rank++) {
            if (!bands.get(rank).queue.isEmpty()) {
                return next(rank, heldFor(rank, now), now);
            }
        }
        return Optional.empty();
    }

    /** Lets one of the most urgent class that waits pass, unless that is held back. */
    private Optional<Passage> next(int rank, long heldFor, long now) {
        Share share = bands.get(rank).share;
        if (heldFor <= 0) {
            return pass(rank, NO_BOUND, now);
        }
        if (bucket.isLimited()) {
            return pass(rank, new Bound(Long.MAX_VALUE, bucket.reserve()), now);
        }
        long untilDue = share.nanosUntilDue(now);
        if (untilDue <= 0) {
            return passShare(rank, now);
        }
        sleep = Math.min(heldFor, untilDue);
        return Optional.empty();
    }

    private long heldFor(int rank, long now) {
        if (!strict && !bucket.isLimited()) {
            return 0;
        }
        long longest = 0;
        for (int upper = 0; upper < rank; upper++) {
            longest = Math.max(longest, bands.get(upper).movesFor(now));
        }
        return longest;
    }

    private Optional<Passage> passShare(int rank, long now) {
        Optional<Passage> passage = pass(rank, A_SHARE, now);
        passage.ifPresent(p -> bands.get(rank).share.spent(p.bytes));
        return passage;
    }

    private Optional<Passage> pass(int rank, Bound bound, long now) {
        Ticket ticket = bands.get(rank).queue.first();
        long asked = Math.min(ticket.asked, bound.most);
        long quantum = bucket.isLimited() ? Math.min(asked, QUANTUM_BYTES) : asked;
        long least = bucket.smallest(quantum) + bound.reserve;
        if (bucket.available() < least) {
            sleep = Math.max(SHORTEST_SLEEP_NANOS, bucket.nanosUntil(least));
            return Optional.empty();
        }
        long bytes = Math.min(quantum, bucket.available() - bound.reserve);
        bands.get(rank).serve(ticket, bytes, now);
        bucket.take(bytes);
        earn(rank, bytes);
        return Optional.of(new Passage(ticket, bytes));
    }

    /** The next lower class that waits has its share, and the next one its share of that. */
    private void earn(int rank, long bytes) {
        for (int lower = rank + 1; lower < bands.size(); lower++) {
            if (!bands.get(lower).queue.isEmpty()) {
                bands.get(lower).share.earn(bytes);
                return;
            }
        }
    }

    /** For how many nanoseconds nobody passes that waits now. */
    long sleep() {
        return sleep;
    }

    /** Takes back what passed here and was not used. */
    void giveBack(Ticket ticket, long bytes) {
        bucket.take(-bytes);
        ticket.finish[level] -= ticket.cost(bytes);
    }
}
