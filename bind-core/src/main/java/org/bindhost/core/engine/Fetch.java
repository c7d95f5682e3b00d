package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.spool.Cursor;
import org.bindhost.core.spool.RandomReader;
import org.bindhost.core.spool.Reader;
import org.bindhost.core.spool.Spool;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Validator;

/**
 * Fetches one resource, once, for however many binds want it: into one spool, by one transfer of
 * all its bytes or by transfers of ranges. It is as urgent as the most urgent of its members, and
 * holds still while all of them do.
 *
 * <p>Members hear of it in order, and whoever joins late hears first what the others have heard.
 */
final class Fetch implements Spool.Owner, Lefts.Owner {

    /** One portion of a pull: what may lie unread, or be on its way. */
    static final long PULL_BYTES = 192 * 1024;

    /** What may be on its way to those who need not have read. */
    static final long PUSH_BYTES = 1024 * 1024;

    /** One bind that wants the resource. Called by any thread, without a lock. */
    interface Member {

        Outlet outlet();

        /** Whether bytes are to come only as they are read. */
        boolean isPull();

        Priority priority();

        boolean isSuspended();

        void status(BindStatus status, String text);

        /** It was found. */
        void found(ContentInfo info, Optional<Path> file);

        /** Bytes have come. */
        void arrived();

        /** All have come. */
        void complete();

        void failed(BindException failure);
    }

    private final Core core;
    private final BindSpec spec;
    private final Lefts lefts;
    private final Runnable onOver;
    private final Spool spool;
    private final Serial events = new Serial();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final Wanted wanted = new Wanted();
    private final Set<Reader> seats = new HashSet<>(); // of members, joined or to come

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
    private boolean closed; // to members; guarded by the lock

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
        lefts.ownedBy(this);
    }

    /**
     * Makes a reader of all the bytes, in order, for a member to come; unless some are gone or
     * nobody can join.
     */
    synchronized Optional<Cursor> cursor() {
        return closed ? Optional.empty() : seated(spool.cursor());
    }

    /** Makes a reader of any bytes likewise. */
    synchronized Optional<RandomReader> randomReader() {
        return closed ? Optional.empty() : seated(spool.randomReader());
    }

    private <R extends Reader> Optional<R> seated(Optional<R> reader) {
        reader.ifPresent(seats::add);
        return reader;
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
                    if (!isSeated(member)) {
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

    private synchronized boolean isSeated(Member member) {
        return seats.contains(member.outlet().reader());
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
        return Extent.first(member.isPull() ? Wanted.BLOCK_BYTES : PUSH_BYTES);
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
        boolean wasLast;
        members.remove(member);
        synchronized (this) {
            seats.remove(member.outlet().reader());
            wasLast = seats.isEmpty();
            closed |= wasLast;
        }
        if (wasLast) {
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
        if (!isWhole || !wanted.isEmpty()) {
            events.run(this::next);
        }
    }

    /** Somebody wants to read a range that has not come. */
    void want(long from, long to) {
        synchronized (this) {
            wanted.add(from, to);
        }
        moved();
    }

    /** How much more of the whole is wanted. */
    long demand(long at, long onTheirWay) {
        return demandUpTo(target(onTheirWay), at, onTheirWay);
    }

    private long target(long onTheirWay) {
        long target = 0;
        for (Member member : members) {
            if (member.isSuspended()) {
                continue;
            }
            if (!member.isPull()) {
                return Long.MAX_VALUE;
            }
            if (onTheirWay == 0) {
                target = Math.max(target, member.outlet().wantsUpTo());
            }
        }
        return wanted.isEmpty() ? target : Math.max(target, wantedEnd());
    }

    private synchronized long wantedEnd() {
        return wanted.end(spool);
    }

    long demandUpTo(long target, long at, long onTheirWay) {
        if (target <= at) {
            return 0;
        }
        long more = Math.min(target - at, PUSH_BYTES - onTheirWay);
        long room = spool.room() - onTheirWay;
        if (room >= Math.min(more, core.spools().leastRoom())) {
            return Math.min(more, room);
        }
        spool.makeRoom();
        return 0;
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
            return isSame(former.get().info(), found.info()) || changed(part);
        }
        if (!part.isWhole() && found.info().ranges() && eligible(found.info()).isEmpty()) {
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
        member.found(found.info(), found.file());
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
        return answer.flatMap(found -> eligible(found.info()));
    }

    /** What tells one state of the resource from another, if ranges of it can be had. */
    private static Optional<Validator> eligible(ContentInfo info) {
        return info.validator()
                .filter(Validator::strong)
                .filter(validator -> info.ranges() && info.length().isPresent());
    }

    private static boolean isSame(ContentInfo before, ContentInfo now) {
        return eligible(before).isPresent()
                && before.validator().equals(now.validator())
                && before.length().equals(now.length());
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
        Optional<Wanted.Range> range = isBusy ? Optional.empty() : nextRange();
        range.ifPresent(r -> begin(Extent.of(r.from(), r.to(), condition.get())));
    }

    private Optional<Wanted.Range> nextRange() {
        long length = length().orElseThrow();
        Optional<Wanted.Range> next = nextWanted(length);
        if (next.isPresent() || !parts.isEmpty()) {
            return next; // the whole is on its way by itself
        }
        return members.stream()
                .filter(member -> !member.isSuspended())
                .flatMap(member -> missing(member, length).stream())
                .findFirst();
    }

    private synchronized Optional<Wanted.Range> nextWanted(long length) {
        return wanted.next(spool, length);
    }

    /** What a member lacks that reads from the first byte to the last, or wants all. */
    private Optional<Wanted.Range> missing(Member member, long length) {
        long to = member.isPull() ? Math.min(length, member.outlet().wantsUpTo()) : length;
        long from = spool.endFrom(member.outlet().reader().needsFrom());
        long most = Math.min(Math.min(to, from + PUSH_BYTES), spool.nextFrom(from));
        return from < most ? Optional.of(new Wanted.Range(from, most)) : Optional.empty();
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
        synchronized (this) {
            closed = true;
        }
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
        lefts.close();
        spool.retire();
    }
}
