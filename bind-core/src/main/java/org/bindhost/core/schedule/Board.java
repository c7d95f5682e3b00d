package org.bindhost.core.schedule;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bindhost.bind.PriorityClass;
import org.bindhost.core.schedule.Ticket.Where;

/**
 * Where every ticket stands: it waits for a place, could be granted more, is held up, or none of
 * these. Whoever changes a ticket takes it {@link #out} before and puts it {@link #in} after.
 *
 * <p>Invariant: a ticket is in the collection that its {@code where} names and in no other.
 */
final class Board {

    /** What one transfer may have on its way. */
    static final long WINDOW_BYTES = 128 * 1024;

    /** A transfer of which nothing comes for so long keeps nobody else waiting any longer. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    final Order order = new Order();
    final List<Rank> ranks =
            Stream.of(PriorityClass.values()).map(priorityClass -> new Rank(order)).toList();
    private final NavigableSet<Ticket> resting = new TreeSet<>(order.byUrgency);
    private final Set<Ticket> watched = new LinkedHashSet<>();
    private int places;
    private int taken;
    private int lame;

    Board(int places) {
        this.places = places;
    }

    Rank rank(Ticket ticket) {
        return ranks.get(ticket.rank());
    }

    void places(int newPlaces) {
        places = newPlaces;
    }

    boolean hasFreePlace() {
        return taken - lame < places;
    }

    boolean isOverfull() {
        return taken - lame > places;
    }

    /** The place that is given up first: of the least urgent of those that have nothing to lose. */
    Optional<Ticket> leastUrgentResting() {
        return resting.isEmpty() ? Optional.empty() : Optional.of(resting.last());
    }

    void out(Ticket ticket) {
        switch (ticket.where) {
            case WAITING -> ticket.origin.line(ticket.rank()).remove(ticket);
            case HUNGRY -> {
                rank(ticket).hungry.remove(ticket);
                if (ticket.resting) {
                    ticket.resting = false;
                    resting.remove(ticket);
                    ticket.origin.resting.remove(ticket);
                }
            }
            case PARKED -> {
                ticket.document.tap.unpark(ticket);
                ticket.origin.tap.unpark(ticket);
            }
            case NOWHERE -> {}
        }
        ticket.where = Where.NOWHERE;
    }

    void in(Ticket ticket, long now) {
        boolean wants = ticket.wantsAnything();
        ticket.fresh |= !wants && ticket.isIdle();
        if (ticket.placed && ticket.isIdle() && (!wants || isToLeave(ticket))) {
            unplace(ticket);
        }
        if (ticket.placed) {
            watch(ticket, now);
            if (wants && isReadyForMore(ticket)) {
                feed(ticket);
            }
        } else if (wants) {
            queue(ticket, now);
        }
    }

    private boolean isToLeave(Ticket ticket) {
        return ticket.givesWay
                || !ticket.areTapsOpen()
                || isOverfull()
                || ticket.origin.isOverfull()
                || (!ticket.owed && isOutrankedAtOrigin(ticket));
    }

    /** Whether someone more urgent waits for a place at its origin, which has no other. */
    boolean isOutrankedAtOrigin(Ticket ticket) {
        return ticket.origin.isFull()
                && ticket.origin.best().filter(best -> best.rank() < ticket.rank()).isPresent();
    }

    private static boolean isReadyForMore(Ticket ticket) {
        return ticket.wanted > 0
                && !ticket.opening
                && !ticket.givesWay
                && ticket.outstanding <= WINDOW_BYTES / 2;
    }

    private void feed(Ticket ticket) {
        if (!ticket.areTapsOpen()) {
            Tap shut = ticket.document.tap.isOpen() ? ticket.origin.tap : ticket.document.tap;
            shut.park(ticket);
            ticket.where = Where.PARKED;
            return;
        }
        rank(ticket).keepUp(ticket);
        rank(ticket).hungry.add(ticket);
        ticket.where = Where.HUNGRY;
        if (ticket.isIdle()) {
            ticket.resting = true;
            resting.add(ticket);
            ticket.origin.resting.add(ticket);
        }
    }

    private void queue(Ticket ticket, long now) {
        if (ticket.fresh) {
            ticket.fresh = false;
            rank(ticket).welcome(ticket);
        }
        ticket.origin.line(ticket.rank()).add(ticket);
        ticket.where = Where.WAITING;
        if (ticket.origin.isFull() && !ticket.origin.resting.isEmpty()) {
            Ticket last = ticket.origin.resting.last();
            if (last.rank() > ticket.rank() && !last.owed) {
                evict(last, now);
            }
        }
    }

    /** Takes the place of one that has nothing on its way. */
    void evict(Ticket ticket, long now) {
        out(ticket);
        unplace(ticket);
        in(ticket, now);
    }

    /** Gives a place to one that waits. */
    void place(Ticket ticket, long now) {
        out(ticket);
        ticket.placed = true;
        taken++;
        ticket.origin.placed(1);
        rank(ticket).placed++;
        rank(ticket).begun(ticket.slice);
        if (ticket.wantsToOpen) {
            ticket.wantsToOpen = false;
            ticket.opening = true;
        }
        in(ticket, now);
    }

    /** Takes the place of one that is out. */
    void unplace(Ticket ticket) {
        limp(ticket, false);
        watched.remove(ticket);
        ticket.placed = false;
        ticket.givesWay = false;
        ticket.owed = false;
        taken--;
        rank(ticket).placed--;
        ticket.origin.placed(-1);
    }

    private void watch(Ticket ticket, long now) {
        if (ticket.isIdle()) {
            limp(ticket, false);
            watched.remove(ticket);
        } else if (!ticket.lame && watched.add(ticket)) {
            ticket.watchedSince = now;
        }
    }

    /** Something has come of one that nobody waited for any more. */
    void recovered(Ticket ticket, long now) {
        limp(ticket, false);
        watch(ticket, now);
    }

    private void limp(Ticket ticket, boolean isLame) {
        if (ticket.lame != isLame) {
            ticket.lame = isLame;
            lame += isLame ? 1 : -1;
        }
    }

    /**
     * Stops counting the place of the one that was watched longest, if nothing has come meanwhile.
     *
     * @return when to try again, or empty if there is a free place now or nobody to watch
     */
    OptionalLong losePatience(long now) {
        while (!watched.isEmpty() && !hasFreePlace()) {
            Iterator<Ticket> all = watched.iterator();
            Ticket oldest = all.next();
            long until = oldest.watchedSince + PATIENCE_NANOS;
            if (until > now) {
                return OptionalLong.of(until);
            }
            all.remove();
            if (oldest.movedAt > oldest.watchedSince) {
                watched.add(oldest);
                oldest.watchedSince = now;
            } else {
                limp(oldest, true);
            }
        }
        return OptionalLong.empty();
    }
}
