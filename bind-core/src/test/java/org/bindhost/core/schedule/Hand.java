package org.bindhost.core.schedule;

import java.util.Optional;
import org.bindhost.bind.Priority;

/** A transfer in the test's hand: what is granted comes when the test says so. */
final class Hand implements Ticket.Holder {

    final Ticket ticket;
    boolean mayOpen;
    long granted;
    private long came;

    Hand(Scheduler scheduler, Priority priority, String document) {
        this.ticket = scheduler.enroll(priority, Optional.of(document), this);
    }

    /** Asks to open, at an origin. */
    Hand open(String origin) {
        ticket.from(Optional.of(origin));
        ticket.open();
        return this;
    }

    /** Opens and wants bytes. */
    Hand wanting(String origin, long bytes) {
        open(origin);
        ticket.want(bytes);
        ticket.opened();
        return this;
    }

    @Override
    public void mayOpen() {
        mayOpen = true;
    }

    @Override
    public void granted(long bytes) {
        granted += bytes;
    }

    /** Lets come what was granted. */
    void come() {
        long bytes = granted - came;
        came = granted;
        ticket.arrived(bytes);
    }
}
