package org.bindhost.core.schedule;

import java.util.Comparator;

/**
 * The orders that tickets are kept in. What they compare does not change while a ticket is kept.
 * Counts what it is asked, so that a test can see how much work a decision is.
 */
final class Order {

    private long looks;

    /** Whose turn it is to get a place: who has something open first, then who came first. */
    final Comparator<Ticket> byTurn =
            (a, b) -> {
                looks++;
                int byOpen = Boolean.compare(a.wantsToOpen, b.wantsToOpen);
                return byOpen != 0 ? byOpen : Long.compare(a.turn, b.turn);
            };

    /** By the ticket whose turn it is there; only for lines that are not empty. */
    final Comparator<Line> byFirst = (a, b) -> byTurn.compare(a.first(), b.first());

    /** Who keeps a place; the last of these gives it up first. */
    final Comparator<Ticket> byUrgency =
            (a, b) -> {
                looks++;
                int byRank = Integer.compare(a.rank(), b.rank());
                return byRank != 0 ? byRank : Long.compare(a.seat, b.seat);
            };

    /** Of whom nothing was heard for longest. */
    final Comparator<Ticket> bySilence =
            (a, b) -> {
                looks++;
                int byTime = Long.compare(a.heardAt - b.heardAt, 0); // such times may wrap
                return byTime != 0 ? byTime : Long.compare(a.seat, b.seat);
            };

    /** Who gets the next bytes at a gate. */
    Comparator<Ticket> byShare(int level) {
        return (a, b) -> {
            looks++;
            int byStart = Long.compare(a.start[level], b.start[level]);
            return byStart != 0 ? byStart : Long.compare(a.seat, b.seat);
        };
    }

    /** How many comparisons were made so far. */
    long looks() {
        return looks;
    }
}
