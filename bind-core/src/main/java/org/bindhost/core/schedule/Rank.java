package org.bindhost.core.schedule;

import java.util.NavigableSet;
import java.util.TreeSet;

/** One class of urgency among those that wait for a place that their origins have. */
final class Rank {

    final NavigableSet<Line> ready;
    int waiting;

    Rank(Order order) {
        this.ready = new TreeSet<>(order.byFirst);
    }
}
