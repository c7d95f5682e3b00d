package org.bindhost.core.schedule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * What some transfers have in common that can hold them up: the rate of an origin or of a document,
 * and whether a document is suspended. Keeps those that were found held up by it.
 */
final class Tap {

    /** Of tickets under way as many go on at once; the others do when their next bytes come. */
    private static final int AT_ONCE = 32;

    final TokenBucket bucket;
    private final NavigableSet<Ticket> underWay;
    private final Set<Lane> lanes = new HashSet<>();
    private Runnable onChange = () -> {};
    private boolean suspended;
    private boolean dry;
    private long readyAt;

    Tap(LongSupplier nanos, long bytesPerSecond, Order order) {
        this.bucket = new TokenBucket(nanos, bytesPerSecond);
        this.underWay = new TreeSet<>(order.byShare);
    }

    boolean isOpen() {
        return !suspended && !dry;
    }

    boolean isSuspended() {
        return suspended;
    }

    void suspended(boolean isSuspended) {
        suspended = isSuspended;
    }

    /** Who is to know when it opens and shuts. */
    void onChange(Runnable action) {
        onChange = action;
    }

    /** Shuts it until there are bytes again. */
    void dry(long until) {
        dry = true;
        readyAt = until;
        onChange.run();
    }

    void filled() {
        dry = false;
        onChange.run();
    }

    long readyAt() {
        return readyAt;
    }

    void park(Ticket ticket) {
        underWay.add(ticket);
    }

    void unpark(Ticket ticket) {
        underWay.remove(ticket);
    }

    void park(Lane lane) {
        lanes.add(lane);
    }

    void unpark(Lane lane) {
        lanes.remove(lane);
    }

    /** Those that may go on; they are still parked. */
    List<Ticket> parkedTickets() {
        return underWay.stream().limit(AT_ONCE).toList();
    }

    List<Lane> parkedLanes() {
        return new ArrayList<>(lanes);
    }
}
