package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * A number of places, of an origin or of all, and who has them. Knows who could give one up, and
 * takes none away itself.
 */
final class Places {

    /** Where it is noted that a ticket is to give up its place. */
    static final int OF_ORIGIN = 0;

    static final int OF_ALL = 1;

    /** Whose reader has wanted nothing for so long has stopped reading. */
    private static final long REST_NANOS = 2_000_000_000L;

    /** A transfer of which nothing comes for so long keeps nobody else waiting any longer. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final int scope;
    private final NavigableSet<Ticket> keeping;
    private final NavigableSet<Ticket> leaving;
    private final NavigableSet<Ticket> resting;
    private final NavigableSet<Ticket> watched;
    private int most = Integer.MAX_VALUE;

    Places(int scope, Order order) {
        this.scope = scope;
        this.keeping = new TreeSet<>(order.byUrgency);
        this.leaving = new TreeSet<>(order.byUrgency);
        this.resting = new TreeSet<>(order.bySilence);
        this.watched = new TreeSet<>(order.bySilence);
    }

    void most(int newMost) {
        most = newMost;
    }

    /** How many more may be given. */
    int free() {
        return Math.max(0, most - keeping.size() - leaving.size());
    }

    /** Puts a ticket with a place where it belongs; one that is lame takes none. */
    void add(Ticket ticket) {
        if (ticket.lame) {
            return;
        }
        (ticket.leaves[scope] ? leaving : keeping).add(ticket);
        if (!ticket.isIdle()) {
            watched.add(ticket);
        } else if (ticket.wanted == 0) {
            resting.add(ticket);
        }
    }

    void remove(Ticket ticket) {
        keeping.remove(ticket);
        leaving.remove(ticket);
        resting.remove(ticket);
        watched.remove(ticket);
    }

    /** Whoever has stopped reading. */
    Optional<Ticket> idler(long now) {
        return silent(resting, REST_NANOS, now);
    }

    /** Whoever brings nothing. */
    Optional<Ticket> lame(long now) {
        return silent(watched, PATIENCE_NANOS, now);
    }

    private static Optional<Ticket> silent(NavigableSet<Ticket> of, long nanos, long now) {
        return of.isEmpty() || now - of.first().heardAt < nanos
                ? Optional.empty()
                : Optional.of(of.first());
    }

    /** In how many nanoseconds one of these may be found. */
    OptionalLong patience(long now) {
        long rest = resting.isEmpty() ? Long.MAX_VALUE : REST_NANOS - silence(resting, now);
        long watch = watched.isEmpty() ? Long.MAX_VALUE : PATIENCE_NANOS - silence(watched, now);
        long least = Math.min(rest, watch);
        return least == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(least);
    }

    private static long silence(NavigableSet<Ticket> of, long now) {
        return now - of.first().heardAt;
    }

    /**
     * Who is to give up a place, or need not any more, now that so many wait.
     *
     * @param waiting how many of a rank wait for a place
     */
    Optional<Ticket> toChange(IntUnaryOperator waiting) {
        if (!leaving.isEmpty() && leaving.size() > wantedBack(leaving.first(), waiting)) {
            return Optional.of(leaving.first());
        }
        return keeping.isEmpty() || leaving.size() >= wantedBack(keeping.last(), waiting)
                ? Optional.empty()
                : Optional.of(keeping.last());
    }

    /** Notes the contrary for one that was found so. */
    void change(Ticket ticket) {
        ticket.leaves[scope] = !ticket.leaves[scope];
    }

    /** How many places those want that are more urgent; there may be too many given already. */
    private int wantedBack(Ticket ticket, IntUnaryOperator waiting) {
        int wanting = 0;
        for (int rank = 0; rank < ticket.rank(); rank++) {
            wanting += waiting.applyAsInt(rank);
        }
        int given = keeping.size() + leaving.size();
        return wanting == 0 ? 0 : Math.max(0, wanting + given - most);
    }

    boolean isEmpty() {
        return keeping.isEmpty() && leaving.isEmpty() && resting.isEmpty() && watched.isEmpty();
    }
}
