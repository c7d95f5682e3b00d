package org.bindhost.core.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.bindhost.bind.Priority;

/**
 * Decides which transfers move, and how far: all transfers of an engine share its places and its
 * rate, those of one origin the origin's, and those of one document the document's rate.
 *
 * <p>The price of an event is a few steps in ordered collections, each of the logarithm of how many
 * wait; those that want nothing and have no place are in none. Holding a document, or letting it
 * go, costs that for each of its transfers that wants something.
 *
 * <p>Invariant: nobody is called while the lock is held.
 */
public final class Scheduler implements AutoCloseable {

    private final LongSupplier nanos;
    private final Order order = new Order();
    private final Agenda agenda = new Agenda();
    private final Gates gates;
    private final Board board;
    private final Flows flows;
    private final Calls calls = new Calls();
    private final Alarm alarm;
    private List<Runnable> decided = new ArrayList<>();
    private Limits limits;
    private boolean suspended;

    public Scheduler(LongSupplier nanos, Timer timer, Limits limits) {
        this.nanos = nanos;
        this.limits = limits;
        this.gates = new Gates(nanos, order, agenda, this::grant);
        this.board = new Board(order, agenda, gates, t -> decided.add(t.holder::mayOpen));
        this.flows = new Flows(this::newOrigin, this::newDocument);
        this.alarm = new Alarm(nanos, timer, () -> change(() -> {}));
        apply(limits);
    }

    private Origin newOrigin(String name) {
        Origin origin = board.origin(name);
        if (!name.isEmpty()) {
            apply(origin);
        }
        return origin;
    }

    private Document newDocument(String name) {
        Gate gate = gates.gate(Gate.OF_DOCUMENT);
        gate.lowerShare(limits.sharing().lowerShare());
        return new Document(name, gate);
    }

    /**
     * Takes in a transfer, which asks for nothing yet.
     *
     * @param document the document that it is for, if there is one
     */
    public synchronized Ticket enroll(
            Priority priority, Optional<String> document, Ticket.Holder holder) {
        var ticket = new Ticket(this, holder, priority, board.nextTurn());
        ticket.belongsTo(flows.joinDocument(document), flows.join(Optional.empty()));
        return ticket;
    }

    /** Changes the limits; transfers under way keep their places and what they were granted. */
    public void limits(Limits newLimits) {
        change(() -> apply(newLimits));
    }

    private void apply(Limits newLimits) {
        limits = newLimits;
        board.most(limits.transfers());
        gates.all().bucket.rate(limits.bytesPerSecond());
        gates.all().lowerShare(limits.sharing().lowerShare());
        agenda.soon(gates.all().due);
        flows.origins().forEach(this::apply);
        flows.documents().forEach(d -> d.gate.lowerShare(limits.sharing().lowerShare()));
    }

    private void apply(Origin origin) {
        board.most(origin, limits.sharing().transfersPerOrigin());
        origin.gate.bucket.rate(limits.sharing().originBytesPerSecond());
        origin.gate.strict(limits.bytesPerSecond() == 0);
        origin.gate.lowerShare(limits.sharing().lowerShare());
        agenda.soon(origin.gate.due);
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
                    document.gate.bucket.rate(bytesPerSecond);
                    agenda.soon(document.gate.due);
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
        return changed(
                () -> {
                    Document document = flows.document(name);
                    boolean isChange = document.suspended != isSuspended;
                    List<Ticket> its = isChange ? List.copyOf(document.wanting) : List.of();
                    its.forEach(board::out);
                    document.suspended = isSuspended;
                    its.forEach(ticket -> board.in(ticket, nanos.getAsLong()));
                    flows.forget(document);
                    return isChange;
                });
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
        return changed(
                () -> {
                    boolean isChange = suspended != isSuspended;
                    suspended = isSuspended;
                    return isChange;
                });
    }

    private boolean changed(BooleanSupplier change) {
        var changed = new boolean[1];
        change(() -> changed[0] = change.getAsBoolean());
        return changed[0];
    }

    void from(Ticket ticket, Optional<String> origin) {
        change(ticket, () -> move(ticket, origin));
    }

    private void move(Ticket ticket, Optional<String> origin) {
        Origin former = ticket.origin;
        ticket.origin = flows.join(origin);
        ticket.finish[Gate.OF_ORIGIN] = 0;
        board.refresh(former);
        flows.leave(former);
    }

    void openElsewhere(Ticket ticket, Optional<String> origin) {
        change(
                ticket,
                () -> {
                    boolean isThere = ticket.origin.name.equals(origin.orElse(""));
                    boolean isFree = !suspended && !ticket.isHeld() && !ticket.isLeaving();
                    if (ticket.placed && ticket.opening && isThere && isFree) {
                        heard(ticket);
                        decided.add(ticket.holder::mayOpen);
                        return;
                    }
                    ticket.opening = false;
                    ticket.wantsToOpen = true;
                    long turn = ticket.turn;
                    board.unplace(ticket);
                    ticket.turn = turn; // it has waited once already
                    move(ticket, origin);
                });
    }

    void opened(Ticket ticket) {
        change(
                ticket,
                () -> {
                    ticket.opening = false;
                    heard(ticket);
                });
    }

    void stepAside(Ticket ticket) {
        change(
                ticket,
                () -> {
                    ticket.opening = false;
                    if (ticket.isIdle()) { // or it is under way already
                        board.unplace(ticket);
                    }
                });
    }

    void priority(Ticket ticket, Priority priority) {
        change(ticket, () -> ticket.become(priority));
    }

    void moved(Ticket ticket, long bytes, long more) {
        change(
                ticket,
                () -> {
                    ticket.wanted += more;
                    if (bytes > 0) {
                        ticket.take(bytes);
                        gates.moved(ticket, nanos.getAsLong());
                        heard(ticket);
                    }
                });
    }

    long nanosSince(long time) {
        return nanos.getAsLong() - time;
    }

    private void heard(Ticket ticket) {
        ticket.heardAt = nanos.getAsLong();
        ticket.lame = false;
    }

    private void grant(Ticket ticket, long bytes, long now) {
        board.out(ticket);
        if (ticket.outstanding == 0) {
            ticket.heardAt = now;
        }
        ticket.wanted -= bytes;
        ticket.sent(bytes);
        decided.add(() -> ticket.holder.granted(bytes));
        board.in(ticket, now);
    }

    void close(Ticket ticket) {
        change(
                ticket,
                () -> {
                    ticket.end();
                    board.unplace(ticket);
                    flows.leave(ticket.origin);
                    flows.leave(ticket.document);
                });
    }

    void change(Ticket ticket, Runnable change) {
        change(
                () -> {
                    if (!ticket.closed) {
                        board.out(ticket);
                        change.run();
                        board.in(ticket, nanos.getAsLong());
                    }
                });
    }

    private void change(Runnable change) {
        List<Runnable> toMake;
        OptionalLong next = OptionalLong.empty();
        synchronized (this) {
            change.run();
            if (!suspended) {
                agenda.work(nanos.getAsLong());
                next = agenda.next();
            }
            toMake = decided;
            decided = new ArrayList<>();
        }
        next.ifPresent(alarm::by);
        calls.make(toMake);
    }

    /** How many comparisons of tickets all decisions have taken so far. */
    synchronized long looks() {
        return order.looks();
    }

    /** Whether nobody is kept and nothing is planned. */
    synchronized boolean isEmpty() {
        return board.isEmpty() && agenda.isEmpty();
    }

    /** Forgets the wake-up that is set. */
    @Override
    public void close() {
        alarm.close();
    }
}
