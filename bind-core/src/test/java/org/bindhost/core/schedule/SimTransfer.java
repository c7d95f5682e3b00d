package org.bindhost.core.schedule;

import java.time.Duration;

/**
 * A transfer in a simulation. A push keeps up to 1 MiB wanted; a pull wants 128 KiB when its reader
 * has read what it had. Its server sends ahead of that as much as the client's socket takes.
 */
final class SimTransfer implements Ticket.Holder {

    private static final long AHEAD_BYTES = 1L << 20;
    private static final long PORTION_BYTES = 128 << 10;

    final String name;
    final Ticket ticket;
    private final Simulation simulation;
    private final SimServer server;
    private final SimSpec spec;
    private double read;
    private long asked;
    private long granted;
    private long moved;
    private long sent;
    private boolean opened;
    private boolean over;

    SimTransfer(Simulation simulation, SimServer server, SimSpec spec) {
        this.simulation = simulation;
        this.server = server;
        this.name = spec.name();
        this.spec = spec;
        this.ticket = simulation.scheduler.enroll(spec.priority(), spec.document(), this);
        ticket.from(server.name());
    }

    void begin() {
        ticket.open();
    }

    @Override
    public void mayOpen() {
        if (!server.isDead()) {
            simulation.later(this::open);
        }
    }

    private void open() {
        opened = true;
        simulation.link.join(this);
        want();
        ticket.opened();
    }

    private void want() {
        boolean isPush = spec.reader() == SimSpec.PUSH;
        long ahead = isPush ? AHEAD_BYTES : PORTION_BYTES;
        boolean isDue = isPush ? asked - moved <= ahead / 2 : asked == moved && read >= moved;
        if (isDue && !over) {
            long more = ahead - (asked - moved);
            asked += more;
            ticket.want(more);
        }
    }

    /** Lets the reader of a pull read on. */
    void read(Duration time) {
        if (isOpen()) {
            double most = spec.reader() * (double) time.toMillis() / 1_000;
            read = Math.min((double) moved, read + most);
            want();
        }
    }

    @Override
    public void granted(long bytes) {
        granted += bytes;
        take();
    }

    /** What its server may send now: as much as the client's socket still takes. */
    long canSend(Duration time) {
        long room = Math.min(spec.size(), moved + simulation.link.socketBytes()) - sent;
        room = Math.min(room, server.connection().room(sent - moved));
        return isOpen() ? Math.min(room, server.canSend(time)) : 0;
    }

    /** So many bytes have come over the link, into the client's socket. */
    void deliver(long bytes) {
        sent += bytes;
        server.connection().sent(bytes);
        take();
        simulation.link.join(this);
    }

    /** Takes out of the socket what it may. */
    private void take() {
        long bytes = Math.min(sent, granted) - moved;
        if (over || bytes == 0) {
            return;
        }
        moved += bytes;
        server.connection().taken(bytes);
        if (moved == spec.size()) {
            over = true;
            ticket.close();
            return;
        }
        simulation.link.join(this);
        ticket.arrived(bytes);
        want();
    }

    long moved() {
        return moved;
    }

    boolean isOver() {
        return over;
    }

    boolean isOpen() {
        return opened && !over;
    }

    boolean isMoving() {
        return granted > moved && !over;
    }
}
