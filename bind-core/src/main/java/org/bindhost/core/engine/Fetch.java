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
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Digest;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;
import org.bindhost.core.spool.Cursor;
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

    private final BindSpec spec;
    private final Lefts lefts;
    private final Runnable onOver;
    private final Spool spool;
    private final Serial events = new Serial();
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private final Demand demand;
    private final Seats seats;

    private final Parts parts;
    private final Optional<Verification> verification;

    // Changed in events only.
    private final Map<Reader, BindException> refusals = new HashMap<>();
    private final List<String> redirects = new ArrayList<>();
    private Optional<Transfer.Answer> announced = Optional.empty();
    private Optional<BindException> failure = Optional.empty();
    private final boolean isRepeatable; // asking for it once more does nothing
    private boolean isBeingVerified;
    private volatile boolean complete; // changed in events only

    private volatile Optional<Transfer.Answer> answer = Optional.empty();
    private volatile boolean over;

    /**
     * Creates a fetch that has not begun.
     *
     * @param onOver run when nobody can join it any more; perhaps twice
     */
    Fetch(Core core, BindSpec spec, Runnable onOver) {
        this.spec = spec;
        this.lefts = spec.lefts();
        this.onOver = onOver;
        this.spool = core.spools().spool(this, firstByte());
        this.isRepeatable = Persistence.isHarmless(spec.info());
        this.seats = new Seats(spool);
        this.verification = spec.info().digest().map(digest -> verification(core, digest));
        this.demand = new Demand(spool, members, core.spools().leastRoom());
        this.parts = new Parts(core, spec, this);
        lefts.ownedBy(this);
    }

    private Verification verification(Core core, Digest digest) {
        Cursor cursor = spool.cursor().orElseThrow(); // nothing was dropped yet
        return new Verification(spec.moniker(), digest, cursor, core.threads().disk());
    }

    /** What is before it was brought by an earlier bind. */
    private long firstByte() {
        return spec.info().resumption().map(Resumption::offset).orElse(0L);
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
        if (!parts.begin(members.get(0))) {
            steer();
            moved();
        }
    }

    /** Who speaks for all of them when it begins, or begins again. */
    Optional<Member> first() {
        return members.stream().findFirst();
    }

    void inEvent(Runnable action) {
        events.run(action);
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

    void steer() {
        parts.steer(priority(), isSuspended());
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
        parts.waits();
    }

    // What members want.

    /** A reader has read on, or there is room again. */
    @Override
    public void moved() {
        if (!parts.pump() || demand.isAtRandom()) {
            events.run(parts::next);
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
        verification.ifPresent(Verification::arrived);
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
        if (answer.isPresent()) {
            return answer.get().isOf(found) || changed(part);
        }
        if (!spec.info().resumption().map(found::isOf).orElse(true)) {
            return changed(part);
        }
        if (!part.isWhole() && found.info().ranges() && found.condition().isEmpty()) {
            events.run(() -> parts.again(part));
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

    /** Whether nothing was found yet. */
    boolean isUnanswered() {
        return answer.isEmpty();
    }

    /** What a later bind needs to go on with it. */
    Optional<Resumption> resumption(long at) {
        return condition()
                .map(
                        c ->
                                new Resumption(
                                        at,
                                        length().orElseThrow(),
                                        c.value(),
                                        answer.orElseThrow().source()));
    }

    /** Which name has answered: only that one is asked for more. */
    Optional<Hop> source() {
        return answer.map(Transfer.Answer::hop);
    }

    /** It broke off, which is not the end of it. */
    void takenUpAgain(BindException why) {
        members.forEach(member -> member.resuming(why.getMessage()));
    }

    /** Whoever takes the local file needs no bytes of it. */
    private void tell(Member member, Transfer.Answer found) {
        member.found(found.info(), found.file().map(LocalFile::path));
        if (received() > 0) {
            member.arrived(); // it did not listen when they came
        }
        boolean isTaken =
                verification.isEmpty()
                        && found.file().filter(member.outlet()::takeFile).isPresent();
        if (isTaken) {
            member.complete();
            remove(member);
        }
    }

    /** What must still hold when a range is asked for, if ranges of it can be had. */
    Optional<Validator> condition() {
        return answer.filter(found -> isRepeatable).flatMap(Transfer.Answer::condition);
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
        events.run(
                () -> {
                    long due = length().orElse(end);
                    if (over) {
                        return;
                    }
                    if (received() >= due) {
                        completed(due);
                    } else {
                        parts.ended(part, end, BodyPump.truncated(spec.moniker(), due, end));
                    }
                });
    }

    /** Whether everything has come, of as much as was announced. */
    boolean hasAll() {
        return received() >= length().orElse(Long.MAX_VALUE);
    }

    /** Everything has come. */
    void completed() {
        completed(received());
    }

    private void completed(long total) {
        if (isBeingVerified) {
            return; // as it was found to be complete before
        }
        isBeingVerified = verification.isPresent();
        if (isBeingVerified) {
            verification.get().complete(total, wrong -> events.run(() -> verified(total, wrong)));
        } else {
            accepted(total);
        }
    }

    private void verified(long total, Optional<BindException> wrong) {
        if (!over) {
            wrong.ifPresentOrElse(this::ended, () -> accepted(total));
        }
    }

    private void accepted(long total) {
        admitNobody(); // before anyone hears of it, and asks again
        complete = true;
        spool.end(total);
        members.forEach(Member::complete);
        end();
    }

    void failed(Part part, BindException cause) {
        events.run(() -> parts.failed(part, cause));
    }

    /** It cannot be had. */
    void ended(BindException cause) {
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
            if (verification.filter(v -> v.isOf(reader)).isPresent()) {
                ended(why); // nobody may have what cannot be verified
                return;
            }
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
        parts.close();
        answer = answer.map(Transfer.Answer::withoutFile);
        announced = announced.map(Transfer.Answer::withoutFile);
        lefts.close();
        verification.ifPresent(Verification::close);
        spool.retire();
    }
}
