package org.bindhost.core.schedule;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Where transfers come from: how many of them move, and who waits for their places. */
final class Origin {

    final String name;
    final Tap tap;
    final NavigableSet<Ticket> resting;
    int members;
    private final List<Line> lines;
    private int most;
    private int placed;

    Origin(String name, Tap tap, int most, List<Rank> ranks, Order order) {
        this.name = name;
        this.tap = tap;
        this.most = most;
        this.resting = new TreeSet<>(order.byUrgency);
        this.lines = ranks.stream().map(rank -> new Line(this, rank, order)).toList();
        tap.onChange(this::changed);
    }

    Line line(int rank) {
        return lines.get(rank);
    }

    boolean takesMore() {
        return placed < most && tap.isOpen();
    }

    boolean isFull() {
        return placed >= most;
    }

    boolean isOverfull() {
        return placed > most;
    }

    void most(int newMost) {
        most = newMost;
        changed();
    }

    void placed(int more) {
        boolean took = takesMore();
        placed += more;
        if (took != takesMore()) {
            changed();
        }
    }

    void changed() {
        lines.forEach(Line::originChanged);
    }

    /** The most urgent of those that wait here. */
    Optional<Ticket> best() {
        return lines.stream().flatMap(line -> line.best().stream()).findFirst();
    }
}
