package org.bindhost.core.schedule;

import java.time.Duration;

/**
 * A transfer in a simulation, with a client that takes what comes: it keeps up to 1 MiB wanted, as
 * a push does. Its server sends ahead of that as much as the client's socket takes.
 */
final class SimTransfer implements Ticket.Holder {

    private static final long AHEAD_BYTES = 1L << 20;

    final String name;
    final Ticket ticket;
    private final Simulation simulation;
    private final SimServer server;
    private final long size;
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
        this.size = spec.size();
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
        if (asked - moved <= AHEAD_BYTES / 2) {
            long more = AHEAD_BYTES - (asked - moved);
            asked += more;
            ticket.want(more);
        }
    }

    @Override
    public void granted(long bytes) {
        granted += bytes;
        take();
    }

    /** What its server may send now: as much as the client's socket still takes. */
    long canSend(Duration time) {
        long room = Math.min(size, moved + simulation.link.socketBytes()) - sent;
        return isOpen() ? Math.min(room, server.canSend(time)) : 0;
    }

    /** So many bytes have come over the link, into the client's socket. */
    void deliver(long bytes) {
        sent += bytes;
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
        if (moved == size) {
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
