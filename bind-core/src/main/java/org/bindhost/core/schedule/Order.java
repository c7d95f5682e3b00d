package org.bindhost.core.schedule;

import java.util.Comparator;

/**
 * The orders that tickets are kept in. What they compare does not change while a ticket is kept.
 * Counts what it is asked, so that a test can see how much work a decision is.
 */
final class Order {

    private long looks;

    /** Whose turn it is to get a place: one slice after the other, older before newer. */
    final Comparator<Ticket> byTurn =
            (a, b) -> {
                looks++;
                int bySlice = Long.compare(a.slice, b.slice);
                return bySlice != 0 ? bySlice : Long.compare(a.number, b.number);
            };

    /** Who of those with a place gets the next bytes. */
    final Comparator<Ticket> byShare =
            (a, b) -> {
                looks++;
                int byServed = Long.compare(a.served, b.served);
                return byServed != 0 ? byServed : Long.compare(a.number, b.number);
            };

    /** Who gives up a place last; the last of these gives it up first. */
    final Comparator<Ticket> byUrgency =
            Comparator.comparingInt(Ticket::rank).thenComparing(byTurn);

    /** By the ticket whose turn it is there; only for lanes that are not empty. */
    final Comparator<Lane> byFirstOfLane = (a, b) -> byTurn.compare(a.first(), b.first());

    /** By the ticket whose turn it is there; only for lines that have an open lane. */
    final Comparator<Line> byFirstOfLine = (a, b) -> byTurn.compare(a.first(), b.first());

    /** How many comparisons were made so far. */
    long looks() {
        return looks;
    }
}
