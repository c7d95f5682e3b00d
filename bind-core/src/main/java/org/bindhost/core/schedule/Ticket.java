package org.bindhost.core.schedule;

import java.util.Optional;
import org.bindhost.bind.Priority;

/**
 * One transfer's place in the scheduler. Its state belongs to the scheduler and is touched under
 * the scheduler's lock only.
 *
 * <p>A ticket holds a place while it opens, has bytes on their way or could be granted more. It
 * asks for one when it wants bytes or wants to open, and gives it back when it has nothing on its
 * way and wants nothing, is held up by suspension or a rate of its own, has had its slice, or
 * someone of a more urgent class waits.
 */
public final class Ticket {

    /** Whom the scheduler tells; called without a lock, by any thread. */
    public interface Holder {

        /** It is this transfer's turn to open. Called once for each time it asked to. */
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

    /** In which of the scheduler's collections it is. */
    enum Where {
        NOWHERE,
        WAITING,
        HUNGRY,
        PARKED
    }

    private final Scheduler scheduler;
    final Holder holder;
    final long number;

    Document document;
    Origin origin;
    Priority priority;
    Where where = Where.NOWHERE;

    boolean wantsToOpen;
    boolean opening;
    boolean suspended;
    boolean closed;
    long wanted;
    long outstanding;

    boolean fresh = true; // has wanted nothing since it last did
    boolean placed;
    boolean resting; // placed, with nothing on its way
    boolean givesWay; // its place goes to someone else when nothing is on its way
    boolean owed; // has its place for its share, and keeps it until it has had that
    boolean lame; // nothing has come for long, so that its place does not count
    boolean flying; // counted among those whose bytes hold others back
    long movedAt;
    long watchedSince;

    long served; // bytes granted, the lighter the more they count
    long slice; // what was served when its slice began
    long sliced; // how much of its slice is used

    Ticket(Scheduler scheduler, Holder holder, Priority priority, long number) {
        this.scheduler = scheduler;
        this.holder = holder;
        this.priority = priority;
        this.number = number;
    }

    /** Says where the transfer comes from; before it first asks to open. */
    public void from(Optional<String> itsOrigin) {
        scheduler.from(this, itsOrigin);
    }

    /** Asks to open, in its turn. */
    public void open() {
        scheduler.change(this, () -> wantsToOpen = true);
    }

    /**
     * Asks to open something else in place of what it was opening: at once at the same origin,
     * otherwise in its turn.
     */
    public void openElsewhere(Optional<String> newOrigin) {
        scheduler.openElsewhere(this, newOrigin);
    }

    /** Opening is over, one way or another. */
    public void opened() {
        scheduler.change(this, () -> opening = false);
    }

    /** Asks for more bytes, on top of what it asked for before. */
    public void want(long bytes) {
        scheduler.change(this, () -> wanted += bytes);
    }

    /** So many of the granted bytes have come. */
    public void arrived(long bytes) {
        scheduler.arrived(this, bytes);
    }

    public void priority(Priority newPriority) {
        scheduler.priority(this, newPriority);
    }

    public void suspend() {
        scheduler.change(this, () -> suspended = true);
    }

    public void resume() {
        scheduler.change(this, () -> suspended = false);
    }

    /** Gives up its place. */
    public void close() {
        scheduler.close(this);
    }

    /** A ticket of nobody, in place of one that was closed; steering it has no effect. */
    public Ticket used() {
        var nobody = new Ticket(scheduler, NOBODY, priority, number);
        nobody.closed = true;
        return nobody;
    }

    /** The place of its class among the classes, 0 being the most urgent. */
    int rank() {
        return switch (priority.priorityClass()) {
            case URGENT -> 0;
            case NORMAL -> 1;
            case BACKGROUND -> 2;
        };
    }

    /** What bytes count for in the shares: the lighter, the more. */
    static long cost(long bytes, Priority priority) {
        return bytes * Priority.MAX_WEIGHT / priority.weight();
    }

    boolean wantsAnything() {
        return !closed && !suspended && (wantsToOpen || wanted > 0);
    }

    boolean isIdle() {
        return outstanding == 0 && !opening;
    }

    /** Whether it holds a rate of its own and so no claim on the rest. */
    boolean isLimited() {
        return document.tap.bucket.isLimited() || origin.tap.bucket.isLimited();
    }

    boolean areTapsOpen() {
        return document.tap.isOpen() && origin.tap.isOpen();
    }
}
