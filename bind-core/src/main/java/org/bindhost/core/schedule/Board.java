package org.bindhost.core.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindhost.bind.PriorityClass;

/**
 * Gives places to those that wait, and says who is to give one up. Whoever changes a ticket takes
 * it {@link #out} before and puts it {@link #in} after; what follows from the change is decided
 * when the agenda is worked off.
 *
 * <p>Invariant: a ticket that wants nothing and has no place is in no collection.
 */
final class Board {

    private final List<Rank> ranks;
    private final Order order;
    private final Agenda agenda;
    private final Gates gates;
    private final Consumer<Ticket> mayOpen;
    private final Places places;
    private final Due due;
    private long turns;

    Board(Order order, Agenda agenda, Gates gates, Consumer<Ticket> mayOpen) {
        this.order = order;
        this.agenda = agenda;
        this.gates = gates;
        this.mayOpen = mayOpen;
        this.ranks = Stream.of(PriorityClass.values()).map(c -> new Rank(order)).toList();
        this.places = new Places(Places.OF_ALL, order);
        this.due = agenda.due(this::arrange);
    }

    /** Makes an origin without a limit. */
    Origin origin(String name) {
        return new Origin(
                name,
                gates.gate(Gate.OF_ORIGIN),
                ranks,
                order,
                origin -> agenda.due(now -> arrange(origin, now)));
    }

    long nextTurn() {
        return turns++;
    }

    void most(int most) {
        places.most(most);
        agenda.soon(due);
    }

    void most(Origin origin, int most) {
        origin.places.most(most);
        refresh(origin);
    }

    /** Takes a ticket out of all collections. */
    void out(Ticket ticket) {
        gates.withdraw(ticket);
        ticket.document.wanting.remove(ticket);
        if (ticket.waits) {
            ticket.waits = false;
            line(ticket).remove(ticket);
        }
        if (ticket.placed) {
            places.remove(ticket);
            ticket.origin.places.remove(ticket);
        }
        if (ticket.precedes) {
            ticket.precedes = false;
            gates.count(ticket, -1);
        }
    }

    /** Puts a ticket where it belongs now. */
    void in(Ticket ticket, long now) {
        if (ticket.placed && ticket.isIdle() && (ticket.isHeld() || ticket.isLeaving())) {
            unplace(ticket);
        }
        if (ticket.wantsAnything()) {
            ticket.document.wanting.add(ticket);
        }
        if (ticket.placed) {
            places.add(ticket);
            ticket.origin.places.add(ticket);
            if (!ticket.isHeld()) {
                ticket.precedes = true;
                gates.count(ticket, 1);
                gates.ask(ticket, now);
            }
        } else if (ticket.wantsAnything() && !ticket.isHeld()) {
            ticket.waits = true;
            line(ticket).add(ticket);
        }
        refresh(ticket.origin);
    }

    private static Line line(Ticket ticket) {
        return ticket.origin.lines.get(ticket.rank());
    }

    /** What an origin has free may have changed. */
    void refresh(Origin origin) {
        origin.lines.forEach(Line::refresh);
        agenda.soon(origin.due);
        agenda.soon(due);
    }

    /** Gives a place to one that waits. */
    private void place(Ticket ticket, long now) {
        out(ticket);
        ticket.placed = true;
        ticket.seat = nextTurn();
        ticket.heardAt = now;
        if (ticket.wantsToOpen) {
            ticket.wantsToOpen = false;
            ticket.opening = true;
            mayOpen.accept(ticket);
        }
        in(ticket, now);
    }

    /** Takes the place of one that is out; it begins to wait now, if it does. */
    void unplace(Ticket ticket) {
        ticket.placed = false;
        ticket.lame = false;
        ticket.leaves[Places.OF_ORIGIN] = false;
        ticket.leaves[Places.OF_ALL] = false;
        ticket.turn = nextTurn();
    }

    private void arrange(long now) {
        for (var best = best(); places.free() > 0 && best.isPresent(); best = best()) {
            place(best.get(), now);
        }
        makeRoom(places, due, rank -> ranks.get(rank).waiting, now);
    }

    private Optional<Ticket> best() {
        for (Rank rank : ranks) {
            if (!rank.ready.isEmpty()) {
                return Optional.of(rank.ready.first().first());
            }
        }
        return Optional.empty();
    }

    private void arrange(Origin origin, long now) {
        makeRoom(origin.places, origin.due, rank -> origin.lines.get(rank).size(), now);
    }

    /** Sees to it that places become free, if somebody waits for them. */
    private void makeRoom(Places full, Due again, IntUnaryOperator waiting, long now) {
        boolean isAwaited =
                full.free() == 0
                        && IntStream.range(0, ranks.size()).map(waiting).anyMatch(n -> n > 0);
        if (isAwaited && takeBack(full, now)) {
            return; // and what follows is looked at, too
        }
        OptionalLong patience = isAwaited ? full.patience(now) : OptionalLong.empty();
        if (patience.isPresent()) {
            agenda.at(again, now + patience.getAsLong());
        } else {
            agenda.clear(again);
        }
        var next = full.toChange(waiting);
        while (next.isPresent()) {
            Ticket ticket = next.get();
            change(ticket, now, full::change);
            next = full.toChange(waiting);
        }
    }

    /** Takes a place from one that has no use for it. */
    private boolean takeBack(Places full, long now) {
        Optional<Ticket> idler = full.idler(now);
        idler.ifPresent(ticket -> change(ticket, now, this::unplace));
        if (idler.isPresent()) {
            return true;
        }
        Optional<Ticket> lame = full.lame(now);
        lame.ifPresent(ticket -> change(ticket, now, t -> t.lame = true));
        return lame.isPresent();
    }

    private void change(Ticket ticket, long now, Consumer<Ticket> change) {
        out(ticket);
        change.accept(ticket);
        in(ticket, now);
    }

    /** Whether nobody is kept. */
    boolean isEmpty() {
        return places.isEmpty() && ranks.stream().allMatch(rank -> rank.ready.isEmpty());
    }
}
