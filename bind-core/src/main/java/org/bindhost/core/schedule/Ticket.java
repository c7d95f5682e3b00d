package org.bindhost.core.schedule;

import org.bindhost.bind.Priority;

/**
 * One transfer's place in the scheduler. Its state belongs to the scheduler and is touched under
 * the scheduler's lock only.
 *
 * <p>A ticket holds a slot while it opens or has bytes on their way. It asks for a slot when it
 * wants bytes or wants to open, and gives it back when it has nothing on its way and wants nothing,
 * is suspended, or someone of a more urgent class waits.
 */
public final class Ticket {

    /** Whom the scheduler tells; called without a lock, by any thread. */
    public interface Holder {

        /** It is this transfer's turn to open. Called once. */
        void mayOpen();

        /**
         * Bytes may move.
         *
         * @param bytes how many more, 1 or more
         */
        void granted(long bytes);
    }

    private static final Holder NOBODY =
            new Holder() {
                @Override
                public void mayOpen() {
                    throw new IllegalStateException("nobody asked");
                }

                @Override
                public void granted(long bytes) {
                    throw new IllegalStateException("nobody asked");
                }
            };

    private final Scheduler scheduler;
    final Holder holder;
    final long order;

    Priority priority;
    boolean wantsToOpen;
    boolean opening;
    boolean suspended;
    boolean closed;
    long wanted;
    long outstanding;
    double served;

    Ticket(Scheduler scheduler, Holder holder, Priority priority, long order) {
        this.scheduler = scheduler;
        this.holder = holder;
        this.priority = priority;
        this.order = order;
    }

    /** Asks to open, in its turn. */
    public void open() {
        scheduler.change(() -> wantsToOpen = true);
    }

    /** Opening is over, one way or another. */
    public void opened() {
        scheduler.change(() -> opening = false);
    }

    /** Asks for more bytes, on top of what it asked for before. */
    public void want(long bytes) {
        scheduler.want(this, bytes);
    }

    /** So many of the granted bytes have come. */
    public void arrived(long bytes) {
        scheduler.arrived(this, bytes);
    }

    public void priority(Priority newPriority) {
        scheduler.change(() -> priority = newPriority);
    }

    public void suspended(boolean isSuspended) {
        if (isSuspended) {
            suspend();
        } else {
            resume();
        }
    }

    public void suspend() {
        scheduler.change(() -> suspended = true);
    }

    public void resume() {
        scheduler.change(() -> suspended = false);
    }

    /** Gives up its place. */
    public void close() {
        scheduler.close(this);
    }

    /** A ticket of nobody, in place of one that was closed; steering it has no effect. */
    public Ticket used() {
        var nobody = new Ticket(scheduler, NOBODY, priority, order);
        nobody.closed = true;
        return nobody;
    }

    boolean wantsAnything() {
        return !closed && !suspended && (wantsToOpen || wanted > 0);
    }

    boolean isIdle() {
        return outstanding == 0 && !opening;
    }

    boolean isMoreUrgentThan(Ticket other) {
        return priority.priorityClass().compareTo(other.priority.priorityClass()) < 0;
    }
}
