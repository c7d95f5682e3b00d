package org.bindhost.core.schedule;

import java.util.List;
import java.util.function.Function;

/** Where transfers come from: who of them has a place, who waits for one, and its gate. */
final class Origin {

    final String name;
    final Places places;
    final List<Line> lines;
    final Gate gate;
    final Due due; // set when its places are to be arranged
    int members;

    Origin(String name, Gate gate, List<Rank> ranks, Order order, Function<Origin, Due> due) {
        this.name = name;
        this.gate = gate;
        this.places = new Places(Places.OF_ORIGIN, order);
        this.due = due.apply(this);
        this.lines = ranks.stream().map(rank -> new Line(places, rank, order)).toList();
    }
}
