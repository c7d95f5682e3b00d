package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.TreeSet;

/** Those of a {@link Line} that are of one document. */
final class Lane {

    final Document document;
    final Line line;
    final NavigableSet<Ticket> tickets;
    boolean parked;

    Lane(Document document, Line line, Order order) {
        this.document = document;
        this.line = line;
        this.tickets = new TreeSet<>(order.byTurn);
    }

    Ticket first() {
        return tickets.first();
    }
}
