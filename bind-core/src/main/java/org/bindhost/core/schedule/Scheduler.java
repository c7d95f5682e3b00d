package org.bindhost.core.schedule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.bindhost.bind.Priority;
import org.bindhost.core.schedule.Dispatcher.Decision;

/**
 * Decides which transfers move, and how far: all transfers of an engine share its places and its
 * rate, those of one origin the origin's, and those of one document the document's rate.
 *
 * <p>The price of an event is a few steps in ordered collections, each of the logarithm of how many
 * wait; those that want nothing are in none.
 *
 * <p>Invariant: nobody is called while the lock is held.
 */
public final class Scheduler implements AutoCloseable {

    private static final Decision NOTHING = new Decision(List.of(), OptionalLong.empty());

    private final LongSupplier nanos;
    private final Board board;
    private final TokenBucket total;
    private final Flows flows;
    private final Dispatcher dispatcher;
    private final Calls calls = new Calls();
    private final Alarm alarm;
    private long tickets;
    private boolean suspended;

    public Scheduler(LongSupplier nanos, Timer timer, Limits limits) {
        this.nanos = nanos;
        this.board = new Board(limits.transfers());
        this.total = new TokenBucket(nanos, limits.bytesPerSecond());
        this.flows = new Flows(nanos, board);
        this.dispatcher = new Dispatcher(board, total);
        this.alarm = new Alarm(nanos, timer, () -> change(() -> {}));
        apply(limits);
    }

    /**
     * Takes in a transfer, which asks for nothing yet.
     *
     * @param document the document that it is for, if there is one
     */
    public synchronized Ticket enroll(
            Priority priority, Optional<String> document, Ticket.Holder holder) {
        var ticket = new Ticket(this, holder, priority, tickets++);
        ticket.document = flows.joinDocument(document);
        ticket.origin = flows.join(Optional.empty());
        board.rank(ticket).join(ticket, nanos.getAsLong());
        return ticket;
    }

    /** Changes the limits; transfers under way keep what they were granted. */
    public void limits(Limits newLimits) {
        change(() -> apply(newLimits));
    }

    private void apply(Limits limits) {
        long now = nanos.getAsLong();
        total.rate(limits.bytesPerSecond());
        board.places(limits.transfers());
        var sharing = limits.sharing();
        flows.limits(sharing.transfersPerOrigin(), sharing.originBytesPerSecond());
        board.ranks.forEach(rank -> rank.share.oneIn(sharing.lowerShare()));
        while (board.isOverfull() && board.leastUrgentResting().isPresent()) {
            board.evict(board.leastUrgentResting().get(), now);
        }
        for (Origin origin : flows.origins()) {
            while (origin.isOverfull() && !origin.resting.isEmpty()) {
                board.evict(origin.resting.last(), now);
            }
        }
    }

    /**
     * Limits how fast the transfers of a document may move together, now and to come.
     *
     * @param bytesPerSecond the rate, or 0 for as fast as they can
     */
    public void documentRate(String name, long bytesPerSecond) {
        change(
                () -> {
                    Document document = flows.document(name);
                    document.tap.bucket.rate(bytesPerSecond);
                    flows.forget(document);
                });
    }

    /** Holds the transfers of a document, now and to come, and returns whether this call did. */
    public boolean suspend(String document) {
        return suspended(document, true);
    }

    /** Lets them go on, except those that are suspended by themselves. */
    public boolean resume(String document) {
        return suspended(document, false);
    }

    private boolean suspended(String name, boolean isSuspended) {
        var changed = new boolean[1];
        change(
                () -> {
                    Document document = flows.document(name);
                    changed[0] = document.tap.isSuspended() != isSuspended;
                    document.tap.suspended(isSuspended);
                    dispatcher.reopen(document.tap);
                    flows.forget(document);
                });
        return changed[0];
    }

    /** Holds all transfers, now and to come, and returns whether this call did. */
    public boolean suspendAll() {
        return suspendedAll(true);
    }

    /** Lets them go on, except those that are suspended otherwise. */
    public boolean resumeAll() {
        return suspendedAll(false);
    }

    private boolean suspendedAll(boolean isSuspended) {
        var changed = new boolean[1];
        change(
                () -> {
                    changed[0] = suspended != isSuspended;
                    suspended = isSuspended;
                });
        return changed[0];
    }

    void from(Ticket ticket, Optional<String> origin) {
        change(ticket, () -> move(ticket, origin));
    }

    private void move(Ticket ticket, Optional<String> origin) {
        Origin former = ticket.origin;
        ticket.origin = flows.join(origin);
        flows.leave(former);
    }

    void openElsewhere(Ticket ticket, Optional<String> origin) {
        Decision decision;
        synchronized (this) {
            if (ticket.closed) {
                return;
            }
            board.out(ticket);
            boolean atOnce = ticket.placed && ticket.opening && isOf(ticket, origin);
            if (atOnce && !suspended && !ticket.suspended && ticket.areTapsOpen()) {
                board.in(ticket, nanos.getAsLong());
                decision = new Decision(List.of(ticket.holder::mayOpen), OptionalLong.empty());
            } else {
                ticket.opening = false;
                ticket.wantsToOpen = true;
                if (ticket.placed) {
                    board.unplace(ticket);
                }
                move(ticket, origin);
                board.in(ticket, nanos.getAsLong());
                decision = decide();
            }
        }
        carryOut(decision);
    }

    private static boolean isOf(Ticket ticket, Optional<String> origin) {
        return ticket.origin.name.equals(origin.orElse(""));
    }

    void priority(Ticket ticket, Priority priority) {
        change(
                ticket,
                () -> {
                    boolean moves = ticket.priority.priorityClass() != priority.priorityClass();
                    long now = nanos.getAsLong();
                    if (moves) {
                        board.rank(ticket).leave(ticket, now);
                    }
                    ticket.priority = priority;
                    if (moves) {
                        board.rank(ticket).join(ticket, now);
                    }
                });
    }

    void arrived(Ticket ticket, long bytes) {
        Decision decision;
        synchronized (this) {
            if (ticket.closed) {
                return;
            }
            long now = nanos.getAsLong();
            long ungranted = Math.max(0, bytes - ticket.outstanding); // by a driver at fault
            ticket.outstanding -= bytes - ungranted;
            ticket.wanted = Math.max(0, ticket.wanted - ungranted);
            ticket.movedAt = now;
            noteArrival(ticket, now);
            if (isNothingToDecide(ticket)) {
                return;
            }
            board.out(ticket);
            board.in(ticket, now);
            decision = decide();
        }
        carryOut(decision);
    }

    private void noteArrival(Ticket ticket, long now) {
        Rank rank = board.rank(ticket);
        board.recovered(ticket, now);
        if (ticket.flying) {
            rank.moved(now);
        }
        if (ticket.outstanding == 0 && ticket.flying) {
            ticket.flying = false;
            rank.flying(-1, now);
        }
    }

    private static boolean isNothingToDecide(Ticket ticket) {
        boolean isFed = ticket.wanted == 0 || ticket.where == Ticket.Where.HUNGRY;
        return ticket.outstanding > Board.WINDOW_BYTES / 2 || (ticket.outstanding > 0 && isFed);
    }

    void close(Ticket ticket) {
        change(
                ticket,
                () -> {
                    ticket.outstanding = 0;
                    ticket.opening = false;
                    noteArrival(ticket, nanos.getAsLong());
                    if (ticket.placed) {
                        board.unplace(ticket);
                    }
                    board.rank(ticket).leave(ticket, nanos.getAsLong());
                    flows.leave(ticket.origin);
                    flows.leave(ticket.document);
                    ticket.closed = true;
                });
    }

    void change(Ticket ticket, Runnable change) {
        Decision decision;
        synchronized (this) {
            if (ticket.closed) {
                return;
            }
            board.out(ticket);
            change.run();
            board.in(ticket, nanos.getAsLong());
            decision = decide();
        }
        carryOut(decision);
    }

    private void change(Runnable change) {
        Decision decision;
        synchronized (this) {
            change.run();
            decision = decide();
        }
        carryOut(decision);
    }

    private Decision decide() {
        return suspended ? NOTHING : dispatcher.decide(nanos.getAsLong());
    }

    private void carryOut(Decision decision) {
        decision.wakeUp().ifPresent(alarm::by);
        calls.make(decision.calls());
    }

    /** How many comparisons of tickets all decisions have taken so far. */
    synchronized long looks() {
        return board.order.looks();
    }

    /** Forgets the wake-up that is set. */
    @Override
    public void close() {
        alarm.close();
    }
}
