package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.spool.Reader;
import org.bindhost.core.spool.Spool;
import org.bindhost.core.spool.SpoolOwner;
import org.bindhost.spi.Validator;

/**
 * Fetches one resource, once, for however many binds want it: into one spool, by one transfer of
 * all its bytes or by transfers of ranges. It is as urgent as the most urgent of its members, and
 * holds still while all of them do.
 *
 * <p>Members hear of it in order, and whoever joins late hears first what the others have heard.
 */
final class Fetch implements SpoolOwner, Lefts.Owner {

    private final Core core;
    private final BindSpec spec;
    private final Lefts lefts;
    private final Runnable onOver;
    private final Spool spool;
    private final Serial events = new Serial();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final Demand demand;
    private final Seats seats;

    // Changed in events only.
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Map<Reader, BindException> refusals = new HashMap<>();
    private final List<String> redirects = new ArrayList<>();
    private Optional<Transfer.Answer> announced = Optional.empty();
    private Optional<BindException> failure = Optional.empty();
    private volatile boolean complete; // changed in events only

    private volatile Optional<Transfer.Answer> answer = Optional.empty();
    private boolean begun;
    private volatile boolean over;

    /**
     * Creates a fetch that has not begun.
     *
     * @param onOver run when nobody can join it any more; perhaps twice
     */
    Fetch(Core core, BindSpec spec, Runnable onOver) {
        this.core = core;
        this.spec = spec;
        this.lefts = spec.lefts();
        this.onOver = onOver;
        this.spool = core.spools().spool(this);
        this.seats = new Seats(spool);
        this.demand = new Demand(spool, members, core.spools().leastRoom());
        lefts.ownedBy(this);
    }

    /** Who has a reader of it, or may have one. */
    Seats seats() {
        return seats;
    }

    /** Makes a name on disk for the bytes, once all have come. */
    CompletionStage<Path> handOut() {
        return spool.handOut();
    }

    /** How many bytes there are in all, if that is known. */
    OptionalLong length() {
        return answer.map(found -> found.info().length()).orElse(OptionalLong.empty());
    }

    /** How many of its bytes have come. */
    long received() {
        return spool.received();
    }

    /** Whether nothing more comes. */
    boolean isOver() {
        return over;
    }

    /** Takes in a member, which the first of them makes begin. */
    void join(Member member) {
        events.run(
                () -> {
                    if (!seats.has(member.outlet().reader())) {
                        return; // it has ended before it began
                    }
                    members.add(member);
                    redirects.forEach(to -> member.status(BindStatus.REDIRECTING, to));
                    announced.ifPresent(found -> tell(member, found));
                    failure.or(() -> refusal(member)).ifPresent(member::failed);
                    if (complete) {
                        member.complete();
                    }
                    begin();
                });
    }

    /** Why it cannot have its bytes, though others can. */
    private Optional<BindException> refusal(Member member) {
        return Optional.ofNullable(refusals.get(member.outlet().reader()));
    }

    private void begin() {
        boolean first = !begun && !over;
        begun = true;
        if (first) {
            begin(firstExtent());
        } else {
            steer();
            moved();
        }
    }

    /**
     * Where a resource is read at any place, a range is asked for, to see whether there are any.
     */
    private Extent firstExtent() {
        Member member = members.get(0);
        boolean isRandom = member.outlet() instanceof RandomOutlet;
        if (!isRandom || !spec.info().has(BindFlag.ASYNCHRONOUS)) {
            return Extent.ALL;
        }
        return Extent.first(member.isPull() ? Wanted.BLOCK_BYTES : Demand.PUSH_BYTES);
    }

    private void begin(Extent extent) {
        if (over) {
            return;
        }
        var part = new Part(core, spec, extent, this);
        parts.add(part);
        steer();
        part.transfer().begin();
    }

    /** A member has ended; the last one takes the fetch along. */
    void leave(Member member) {
        events.run(
                () -> {
                    remove(member);
                    if (!over) {
                        steer();
                        moved();
                    }
                });
    }

    private void remove(Member member) {
        members.remove(member);
        if (seats.leave(member.outlet().reader())) {
            end();
        }
    }

    /** Brings the transfers to where the members are by now. */
    void steered() {
        events.run(
                () -> {
                    steer();
                    moved(); // whoever was suspended wants something again
                });
    }

    private void steer() {
        Priority priority = priority();
        boolean isSuspended = isSuspended();
        for (Part part : parts) {
            part.transfer().priority(priority);
            part.transfer().suspended(isSuspended);
        }
        lefts.follow();
    }

    @Override
    public Priority priority() {
        boolean isSuspended = isSuspended();
        return members.stream()
                .filter(member -> isSuspended || !member.isSuspended())
                .map(Member::priority)
                .min(Priority::compareTo)
                .orElse(spec.priority());
    }

    @Override
    public boolean isSuspended() {
        return members.stream().allMatch(Member::isSuspended);
    }

    @Override
    public void waits() {
        parts.forEach(part -> part.transfer().waits());
    }

    // What members want.

    /** A reader has read on, or there is room again. */
    @Override
    public void moved() {
        boolean isWhole = false;
        for (Part part : parts) {
            part.transfer().pump();
            isWhole |= part.isWhole();
        }
        if (!isWhole || demand.isAtRandom()) {
            events.run(this::next);
        }
    }

    /** Somebody wants to read a range that has not come. */
    void want(long from, long to) {
        demand.want(from, to);
        moved();
    }

    Demand demand() {
        return demand;
    }

    void put(long offset, ByteBuffer bytes) {
        spool.put(offset, bytes);
    }

    // What comes of it.

    void status(BindStatus status, String text) {
        events.run(
                () -> {
                    boolean isRedirect = status == BindStatus.REDIRECTING;
                    if (announced.isPresent() || (isRedirect && redirects.contains(text))) {
                        return; // of another part of what is known already
                    }
                    if (isRedirect) {
                        redirects.add(text);
                    }
                    members.forEach(member -> member.status(status, text));
                });
    }

    /** Returns whether the bytes of this part are wanted. */
    boolean found(Part part, Transfer.Answer found) {
        Optional<Transfer.Answer> former = answer;
        if (former.isPresent()) {
            return former.get().isOf(found) || changed(part);
        }
        if (!part.isWhole() && found.info().ranges() && found.condition().isEmpty()) {
            events.run(() -> again(part)); // it may be a range, and none can be joined to it
            return false;
        }
        answer = Optional.of(found);
        events.run(
                () -> {
                    announced = answer;
                    members.forEach(member -> tell(member, found));
                });
        return !over;
    }

    /** Whoever takes the local file needs no bytes of it. */
    private void tell(Member member, Transfer.Answer found) {
        member.found(found.info(), found.file().map(LocalFile::path));
        if (received() > 0) {
            member.arrived(); // it did not listen when they came
        }
        if (found.file().filter(member.outlet()::takeFile).isPresent()) {
            member.complete();
            remove(member);
        }
    }

    private void again(Part part) {
        parts.remove(part);
        begin(Extent.ALL);
    }

    private Optional<Validator> condition() {
        return answer.flatMap(Transfer.Answer::condition);
    }

    private boolean changed(Part part) {
        failed(
                part,
                new BindException(
                        Reason.CHANGED, spec.moniker() + " changed while it was being read"));
        return false;
    }

    void arrived() {
        members.forEach(Member::arrived);
    }

    void complete(Part part, long end) {
        events.run(() -> partComplete(part, end));
    }

    private void partComplete(Part part, long end) {
        parts.remove(part);
        long due = length().orElse(end);
        if (over) {
            return;
        }
        if (received() >= due) {
            completed(due);
        } else if (condition().isPresent()) {
            moved();
        } else {
            ended(BodyPump.truncated(spec.moniker(), due, end));
        }
    }

    private void completed(long total) {
        admitNobody(); // before anyone hears of it, and asks again
        complete = true;
        spool.end(total);
        members.forEach(Member::complete);
        end();
    }

    /** Asks for the next range, if that is how this is fetched. */
    private void next() {
        Optional<Validator> condition = condition();
        if (condition.isEmpty()) {
            return;
        }
        boolean isBusy = over || parts.stream().anyMatch(part -> !part.isWhole());
        Optional<Wanted.Range> range =
                isBusy ? Optional.empty() : demand.next(length().orElseThrow(), !parts.isEmpty());
        range.ifPresent(r -> begin(Extent.of(r.from(), r.to(), condition.get())));
    }

    void failed(Part part, BindException cause) {
        boolean isOfRange = !part.isWhole() && answer.isEmpty();
        events.run(
                () -> {
                    if (isOfRange && cause.reason() == Reason.OUT_OF_RANGE) {
                        again(part); // of nothing there is no first range
                        return;
                    }
                    parts.remove(part);
                    ended(cause);
                });
    }

    private void ended(BindException cause) {
        if (over) {
            return;
        }
        admitNobody();
        failure = Optional.of(cause);
        members.forEach(member -> member.failed(cause));
        end();
    }

    /** Those who keep most from being dropped have to go, so that the others can go on. */
    @Override
    public void full(BindException why) {
        events.run(() -> refuse(spool.last(), why));
    }

    private void refuse(List<Reader> last, BindException why) {
        if (last.isEmpty()) {
            ended(why);
            return;
        }
        for (Reader reader : last) {
            refusals.put(reader, why);
            members.stream()
                    .filter(member -> member.outlet().reader().equals(reader))
                    .forEach(member -> member.failed(why));
            reader.fail(why);
        }
    }

    private void admitNobody() {
        seats.close();
        onOver.run();
    }

    /** Nothing more comes. */
    private void end() {
        if (over) {
            return;
        }
        over = true;
        admitNobody();
        parts.forEach(part -> part.transfer().cancel());
        parts.clear(); // whoever keeps a result keeps no driver with it
        answer = answer.map(Transfer.Answer::withoutFile);
        announced = announced.map(Transfer.Answer::withoutFile);
        lefts.close();
        spool.retire();
    }
}
