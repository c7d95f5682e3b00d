package org.bindhost.core.schedule;

import java.util.function.LongSupplier;

/**
 * Leads tickets that could be granted bytes through the gates of their document, of their origin
 * and of all. What a gate lets pass is booked there at once, and given back if another grants less.
 */
final class Gates {

    /** What becomes of those that have passed all gates. */
    interface Exit {
        void grant(Ticket ticket, long bytes, long now);
    }

    private final LongSupplier nanos;
    private final Order order;
    private final Agenda agenda;
    private final Exit exit;
    private final Gate all;

    Gates(LongSupplier nanos, Order order, Agenda agenda, Exit exit) {
        this.nanos = nanos;
        this.order = order;
        this.agenda = agenda;
        this.exit = exit;
        this.all = gate(Gate.OF_ALL);
    }

    /** Makes a gate that lets everything pass. */
    Gate gate(int level) {
        var bucket = new TokenBucket(nanos, 0);
        return new Gate(level, order, bucket, gate -> agenda.due(now -> open(gate, now)));
    }

    Gate all() {
        return all;
    }

    /** Lets a ticket ask for what it wants and may have on its way, if that is anything. */
    void ask(Ticket ticket, long now) {
        long window = window(ticket, now);
        if (ticket.isHungry(window)) {
            ticket.asked = Math.min(ticket.wanted, window - ticket.outstanding);
            enter(ticket, 0);
        }
    }

    private long window(Ticket ticket, long now) {
        long least = Long.MAX_VALUE;
        for (int level = 0; level < Gate.NUMBER; level++) {
            least = Math.min(least, gate(ticket, level).window(ticket, now));
        }
        return least;
    }

    /** Brings it to the next gate that it cannot just walk through. */
    private void enter(Ticket ticket, int from) {
        int level = from;
        while (level < Gate.OF_ALL && gate(ticket, level).isOpen()) {
            level++;
        }
        ticket.queued = true;
        ticket.level = level;
        gate(ticket, level).band(ticket).add(ticket);
        agenda.soon(gate(ticket, level).due);
    }

    /** Takes back what it asked for. */
    void withdraw(Ticket ticket) {
        if (ticket.queued) {
            gate(ticket, ticket.level).band(ticket).remove(ticket);
            giveBack(ticket, ticket.asked);
            ticket.queued = false;
        }
    }

    private void giveBack(Ticket ticket, long bytes) {
        for (int level = 0; level < ticket.level; level++) {
            gate(ticket, level).giveBack(ticket, bytes);
        }
    }

    private void open(Gate gate, long now) {
        for (var next = gate.next(now); next.isPresent(); next = gate.next(now)) {
            pass(next.get(), now);
        }
        if (gate.isAwaited()) {
            agenda.at(gate.due, now + gate.sleep());
        } else {
            agenda.clear(gate.due);
        }
    }

    private void pass(Gate.Passage passage, long now) {
        Ticket ticket = passage.ticket();
        moved(ticket, now);
        giveBack(ticket, ticket.asked - passage.bytes());
        ticket.asked = passage.bytes();
        if (ticket.level < Gate.OF_ALL) {
            enter(ticket, ticket.level + 1);
        } else {
            ticket.queued = false;
            exit.grant(ticket, ticket.asked, now);
        }
    }

    /**
     * Bytes have come, or may. Who has a rate of its own holds nobody back at the gates after it.
     */
    void moved(Ticket ticket, long now) {
        boolean isLimited = false;
        for (int level = 0; level < Gate.NUMBER && !isLimited; level++) {
            gate(ticket, level).band(ticket).moved(now);
            isLimited = gate(ticket, level).bucket.isLimited();
        }
    }

    /** Counts a ticket among those that may hold others back, or counts it no more. */
    void count(Ticket ticket, int more) {
        for (int level = 0; level < Gate.NUMBER; level++) {
            Gate gate = gate(ticket, level);
            gate.band(ticket).members += more;
            if (more < 0 && gate.isAwaited()) {
                agenda.soon(gate.due);
            }
        }
    }

    private Gate gate(Ticket ticket, int level) {
        return switch (level) {
            case Gate.OF_DOCUMENT -> ticket.document.gate;
            case Gate.OF_ORIGIN -> ticket.origin.gate;
            default -> all;
        };
    }
}
