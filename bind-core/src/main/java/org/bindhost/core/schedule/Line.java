package org.bindhost.core.schedule;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The tickets of one class and one origin that wait for a place, by document, so that a document
 * that is held up is passed over at once, however many of its tickets wait.
 *
 * <p>Invariant: among the ready lines of its rank if and only if its origin takes another transfer
 * and one of its lanes is not parked.
 */
final class Line {

    private final Origin origin;
    private final Rank rank;
    private final Order order;
    private final Map<Document, Lane> lanes = new HashMap<>();
    private final NavigableSet<Lane> open;
    private boolean ready;

    Line(Origin origin, Rank rank, Order order) {
        this.origin = origin;
        this.rank = rank;
        this.order = order;
        this.open = new TreeSet<>(order.byFirstOfLane);
    }

    void add(Ticket ticket) {
        leaveRank();
        Lane lane = lanes.computeIfAbsent(ticket.document, d -> new Lane(d, this, order));
        close(lane);
        lane.tickets.add(ticket);
        open(lane);
        joinRank();
    }

    void remove(Ticket ticket) {
        leaveRank();
        Lane lane = lanes.get(ticket.document);
        close(lane);
        lane.tickets.remove(ticket);
        open(lane);
        joinRank();
    }

    private void close(Lane lane) {
        if (!lane.parked && !lane.tickets.isEmpty()) {
            open.remove(lane);
        }
    }

    private void open(Lane lane) {
        if (lane.tickets.isEmpty()) {
            lanes.remove(lane.document);
            lane.document.tap.unpark(lane);
        } else if (!lane.parked) {
            open.add(lane);
        }
    }

    /** The ticket whose turn it is, if not all wait for documents that are held up. */
    Optional<Ticket> best() {
        while (!open.isEmpty()) {
            if (isFirstOpen()) {
                return Optional.of(first());
            }
            parkFirst();
        }
        return Optional.empty();
    }

    boolean isFirstOpen() {
        return open.first().document.tap.isOpen();
    }

    void parkFirst() {
        Lane lane = open.first();
        leaveRank();
        open.remove(lane);
        lane.parked = true;
        lane.document.tap.park(lane);
        joinRank();
    }

    void unpark(Lane lane) {
        leaveRank();
        lane.parked = false;
        lane.document.tap.unpark(lane);
        open.add(lane);
        joinRank();
    }

    /** Whose turn it is, held up or not; only while there is one. */
    Ticket first() {
        return open.first().first();
    }

    /** Its origin has become full or dry, or is so no longer. */
    void originChanged() {
        leaveRank();
        joinRank();
    }

    private void leaveRank() {
        if (ready) {
            rank.ready.remove(this);
            ready = false;
        }
    }

    private void joinRank() {
        if (!open.isEmpty() && origin.takesMore()) {
            rank.ready.add(this);
            ready = true;
        }
    }
}
