package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.TreeSet;

/** One class of urgency at one {@link Gate}: who of it waits there, and whether it moves. */
final class Band {

    /** So long after its last bytes a class counts as moving: a reader is reading. */
    private static final long LINGER_NANOS = 500_000_000L;

    final NavigableSet<Ticket> queue;
    final Share share = new Share();
    int members; // that have a place
    private final int level;
    private long start;
    private boolean moved;
    private long movedAt;

    Band(int level, Order order) {
        this.level = level;
        this.queue = new TreeSet<>(order.byShare(level));
    }

    /** Whoever comes begins where the others are: no arrears, no credit. */
    void add(Ticket ticket) {
        ticket.start[level] = Math.max(start, ticket.finish[level]);
        queue.add(ticket);
    }

    void remove(Ticket ticket) {
        queue.remove(ticket);
    }

    /** Takes out who is first. */
    void serve(Ticket ticket, long bytes, long now) {
        remove(ticket);
        start = ticket.start[level];
        share.served(now);
        ticket.finish[level] = start + ticket.cost(bytes);
    }

    void moved(long now) {
        moved = true;
        movedAt = now;
    }

    /** For how long it counts as moving, if nothing more comes; 0 or less if it does not. */
    long movesFor(long now) {
        return moved && members > 0 ? LINGER_NANOS - (now - movedAt) : 0;
    }
}
