package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** One class of urgency: who of it waits for a place, and who has one and could be granted more. */
final class Rank {

    /** A class that has not moved for so long holds nobody back; it may be a dead origin. */
    private static final long SILENT_NANOS = 2_000_000_000L;

    /** So long a class that wants nothing may come to want something again: a reader is reading. */
    private static final long LINGER_NANOS = 200_000_000L;

    final NavigableSet<Line> ready;
    final NavigableSet<Ticket> hungry;
    final Share share = new Share();
    int placed;
    boolean held;
    private int members;
    private int flying;
    private long slice;
    private long served;
    private long movedAt;

    Rank(Order order) {
        this.ready = new TreeSet<>(order.byFirstOfLine);
        this.hungry = new TreeSet<>(order.byShare);
    }

    /** The ticket that gets the next place that becomes free, as far as its origin allows. */
    Optional<Ticket> best() {
        while (!ready.isEmpty()) {
            Line line = ready.first();
            if (line.isFirstOpen()) {
                return Optional.of(line.first());
            }
            line.parkFirst();
        }
        return Optional.empty();
    }

    boolean isWanting() {
        return flying > 0 || !hungry.isEmpty() || !ready.isEmpty();
    }

    /** Whoever comes begins where the others are: no arrears, no credit. */
    void welcome(Ticket ticket) {
        ticket.slice = Math.max(ticket.slice, slice);
        ticket.served = Math.max(ticket.served, served);
    }

    /** Whoever could not keep up, for a rate of its own, makes up for a little of it only. */
    void keepUp(Ticket ticket) {
        long most = Ticket.cost(Board.WINDOW_BYTES, ticket.priority);
        ticket.served = Math.max(ticket.served, served - most);
    }

    /** Whoever comes from another class likewise, whatever it had there. */
    void join(Ticket ticket, long now) {
        ticket.slice = slice;
        ticket.served = served;
        members++;
        if (ticket.flying) {
            flying(1, now);
        }
    }

    void leave(Ticket ticket, long now) {
        members--;
        if (ticket.flying) {
            flying(-1, now);
        }
    }

    void begun(long newSlice) {
        slice = Math.max(slice, newSlice);
    }

    void served(long start) {
        served = Math.max(served, start);
    }

    long served() {
        return served;
    }

    void flying(int more, long now) {
        if (flying == 0) {
            movedAt = now;
        }
        flying += more;
    }

    void moved(long now) {
        movedAt = now;
    }

    /** Until when it holds back the classes below it, unless it moves on. */
    long competesUntil() {
        if (flying > 0) {
            return movedAt + SILENT_NANOS;
        }
        return members > 0 ? movedAt + LINGER_NANOS : Long.MIN_VALUE;
    }
}
