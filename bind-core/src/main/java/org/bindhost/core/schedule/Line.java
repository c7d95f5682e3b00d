package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The tickets of one class and one origin that wait for a place.
 *
 * <p>Invariant: among the ready lines of its rank if and only if its origin has a free place and
 * somebody waits.
 */
final class Line {

    private final Places places;
    private final Rank rank;
    private final NavigableSet<Ticket> tickets;
    private boolean ready;
    private int counted;

    Line(Places places, Rank rank, Order order) {
        this.places = places;
        this.rank = rank;
        this.tickets = new TreeSet<>(order.byTurn);
    }

    void add(Ticket ticket) {
        leaveRank();
        tickets.add(ticket);
        refresh();
    }

    void remove(Ticket ticket) {
        leaveRank();
        tickets.remove(ticket);
        refresh();
    }

    /** Whose turn it is; only while somebody waits. */
    Ticket first() {
        return tickets.first();
    }

    int size() {
        return tickets.size();
    }

    private void leaveRank() {
        if (ready) {
            rank.ready.remove(this);
            ready = false;
        }
    }

    /** The free places of its origin may have changed. */
    void refresh() {
        int count = Math.min(tickets.size(), places.free());
        rank.waiting += count - counted;
        counted = count;
        if (count == 0) {
            leaveRank();
        } else if (!ready) {
            rank.ready.add(this);
            ready = true;
        }
    }
}
