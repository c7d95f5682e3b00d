package org.bindhost.core.schedule;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.Priority;

/**
 * One transfer's place in the scheduler. Its state belongs to the scheduler and is touched under
 * the scheduler's lock only.
 *
 * <p>A ticket waits for a place when it wants to open, or wants bytes and has none. It keeps its
 * place until it is closed, unless it is suspended, its reader has stopped, or someone of a more
 * urgent class waits.
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

    private static final long REPORT_BYTES = 64 * 1024;
    private static final long REPORT_NANOS = 50_000_000;

    private final Scheduler scheduler;
    private final AtomicLong unreported = new AtomicLong(); // which of the granted bytes have come
    final Holder holder;

    Document document;
    Origin origin;
    Priority priority;

    boolean wantsToOpen;
    boolean opening;
    boolean suspended;
    boolean closed;
    long wanted;
    volatile long outstanding; // read without the lock

    // Its place.
    long turn; // when it began to wait for one
    long seat; // when it got one
    boolean placed;
    boolean waits; // in the line for one
    boolean lame; // nothing has come for long, so that its place does not count
    final boolean[] leaves = new boolean[2]; // to whom it gives up its place
    volatile long heardAt; // when something last came, or could come; read without the lock

    // Its way through the gates.
    boolean precedes; // counted among those that may hold others back
    boolean queued;
    int level; // of the gate where it is queued
    long asked; // how much it asks for there; the gates before have let it pass
    final long[] start = new long[Gate.NUMBER];
    final long[] finish = new long[Gate.NUMBER];

    Ticket(Scheduler scheduler, Holder holder, Priority priority, long turn) {
        this.scheduler = scheduler;
        this.holder = holder;
        this.priority = priority;
        this.turn = turn;
    }

    void belongsTo(Document itsDocument, Origin itsOrigin) {
        document = itsDocument;
        origin = itsOrigin;
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
        scheduler.opened(this);
    }

    /** Gives up its place until it wants bytes: what it opens waits for another transfer. */
    public void stepAside() {
        scheduler.stepAside(this);
    }

    /** Asks for more bytes, on top of what it asked for before. */
    public void want(long bytes) {
        moved(0, bytes);
    }

    /** So many of the granted bytes have come. */
    public void arrived(long bytes) {
        moved(bytes, 0);
    }

    /** So many of the granted bytes have come, and so many more are wanted. */
    public void moved(long bytes, long more) {
        long came = unreported.addAndGet(bytes);
        if (more > 0 || isWorthReporting(came)) {
            scheduler.moved(this, unreported.getAndSet(0), more);
        }
    }

    /** Not each packet is, only much or the last or what comes after a while. */
    private boolean isWorthReporting(long came) {
        return came >= Math.min(outstanding, REPORT_BYTES)
                || scheduler.nanosSince(heardAt) > REPORT_NANOS;
    }

    public void priority(Priority newPriority) {
        scheduler.priority(this, newPriority);
    }

    public void suspended(boolean isSuspended) {
        if (isSuspended) {
            suspend();
        } else {
            resume();
        }
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

    /** The place of its class among the classes, 0 being the most urgent. */
    int rank() {
        return switch (priority.priorityClass()) {
            case URGENT -> 0;
            case NORMAL -> 1;
            case BACKGROUND -> 2;
        };
    }

    /** Bytes were granted. */
    void sent(long bytes) {
        long before = outstanding; // changed under the lock alone
        outstanding = before + bytes;
    }

    /** Bytes have come, more of them than were granted if its driver is at fault. */
    void take(long bytes) {
        long before = outstanding;
        long ungranted = Math.max(0, bytes - before);
        outstanding = before - bytes + ungranted;
        wanted = Math.max(0, wanted - ungranted);
    }

    /** Changes its priority; in another class it begins where the others are. */
    void become(Priority newPriority) {
        if (priority.priorityClass() != newPriority.priorityClass()) {
            Arrays.fill(finish, 0);
        }
        priority = newPriority;
    }

    void end() {
        closed = true;
        wantsToOpen = false;
        opening = false;
        wanted = 0;
        outstanding = 0;
    }

    /** What bytes count for in the shares: the lighter, the more. */
    long cost(long bytes) {
        return bytes * Priority.MAX_WEIGHT / priority.weight();
    }

    boolean wantsAnything() {
        return wantsToOpen || wanted > 0;
    }

    boolean isHeld() {
        return suspended || document.suspended;
    }

    boolean isIdle() {
        return outstanding == 0 && !opening;
    }

    boolean isLeaving() {
        return leaves[Places.OF_ORIGIN] || leaves[Places.OF_ALL];
    }

    /** Whether it can be granted something, if it may have so much on its way. */
    boolean isHungry(long window) {
        return wanted > 0 && !opening && !isHeld() && !isLeaving() && outstanding <= window / 2;
    }
}
