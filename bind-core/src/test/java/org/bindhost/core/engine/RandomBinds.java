package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Digest;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.core.drivers.DriverTraits;

/**
 * Some binds of one name, and a random sequence of all that can happen to them, from outside and
 * from within their callbacks; with a check that each ends as it may, and that nothing is left.
 */
final class RandomBinds implements BindModelTest.Sequence {

    private static final int DISK_BYTES = 1 << 18;
    private static final int MOST_BYTES = 400_000;

    final Random random;
    final List<String> events = new ArrayList<>();
    final List<AssertionError> wrong = new ArrayList<>(); // told where it would be swallowed
    final EngineFixture fixture;
    final byte[] content;
    private final Path directory;
    private final ModelNames names;
    private final DemandModel demand;
    private final List<EngineBinder> clients = new ArrayList<>();
    private final Optional<Instant> deadline;
    private final int memory;
    private final int most;
    private final Digest digest;
    private final boolean tooShort;
    private final boolean atOnce; // some have their turns within whatever posts them
    private final List<RandomBind> binds = new ArrayList<>();
    private final List<Reason> lasting = new ArrayList<>(); // may end those to come as well
    private boolean engineIsClosed;
    private int calls;
    private int breaks;

    RandomBinds(long seed, Path directory) throws BindException {
        this.directory = directory;
        random = new Random(seed);
        memory = random.nextInt(3) == 0 ? 1 << 18 : 1 << 16;
        fixture = new EngineFixture(new CoreSettings(2, 0, memory, DISK_BYTES, directory));
        fixture.threads.beOurs();
        content = new byte[length()];
        random.nextBytes(content);
        digest = DigestTest.digestOf(content);
        most = random.nextInt(3) == 0 ? 1 : 2 + random.nextInt(3);
        atOnce = random.nextInt(6) == 0;
        tooShort = random.nextInt(10) == 0;
        boolean ranges = random.nextBoolean();
        names = new ModelNames(fixture.driver, content, ranges, announced());
        demand = new DemandModel(binds, names);
        names.holds = random.nextInt(3) == 0;
        names.mostAtOnce = random.nextBoolean() ? 20_000 : Integer.MAX_VALUE;
        fixture.engine.removeDriver("driver");
        var traits = new DriverTraits("script", "the driver of the model", List.of("script"), 0);
        fixture.engine.addDriver("model", traits, names);
        clients.add(fixture.binder);
        clients.add(fixture.engine.binder(EngineFixture.TESTER));
        deadline =
                random.nextBoolean()
                        ? Optional.of(Instant.now().plus(Duration.ofDays(1)))
                        : Optional.empty();
        begin();
    }

    private int length() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> random.nextInt(MOST_BYTES);
            default -> random.nextInt(MOST_BYTES / 4);
        };
    }

    private OptionalLong announced() {
        if (tooShort) {
            return OptionalLong.of(content.length + 1);
        }
        return random.nextInt(6) == 0 ? OptionalLong.empty() : OptionalLong.of(content.length);
    }

    /** Some verify what they get, and so share no fetch with those that do not. */
    BindInfo verifying(BindInfo info, int number) {
        boolean verifies = (content.length + number) % 5 == 0;
        return verifies ? info.verifying(digest) : info;
    }

    boolean hasRanges() {
        return names.hasRanges();
    }

    /** Whether more is announced than there is. */
    boolean isTooShort() {
        return tooShort;
    }

    @Override
    public void run() throws BindException {
        for (int steps = 5 + random.nextInt(20 + 20 * most); steps > 0; steps--) {
            outside();
        }
        finish();
        binds.forEach(bind -> bind.check(mayFill()));
        leave();
        checkNothingWrong();
    }

    private void begin() throws BindException {
        if (binds.size() == most || clients.isEmpty()) {
            return;
        }
        EngineBinder binder = clients.get(random.nextInt(clients.size()));
        var bind = new RandomBind(this, binds.size(), context(binder), binder);
        binds.add(bind);
        lasting.forEach(bind::mayFail);
        if (tooShort) {
            bind.mayFail(Reason.TRUNCATED);
        }
        bind.begin();
        if (engineIsClosed) {
            bind.checkRefused();
        }
    }

    /** A context of its own, or that of another bind. */
    private BindContext context(EngineBinder binder) {
        Optional<BindContext> shared =
                binds.stream()
                        .filter(bind -> bind.isOf(binder) && !bind.isClosed())
                        .map(RandomBind::context)
                        .findFirst();
        if (shared.isPresent() && random.nextInt(3) == 0) {
            return shared.get();
        }
        var options =
                atOnce && random.nextBoolean()
                        ? BindOptions.DEFAULT.withExecutor(Runnable::run)
                        : BindOptions.DEFAULT;
        return binder.createBindContext(deadline.map(options::withDeadline).orElse(options));
    }

    private RandomBind one() {
        return binds.get(random.nextInt(binds.size()));
    }

    private void outside() throws BindException {
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> turns(1 + random.nextInt(4));
            case 4, 5, 6 -> deliver();
            case 7, 8 -> one().readSome();
            case 9 -> one().suspend();
            case 10 -> one().resume();
            case 11 -> one().priority();
            case 12 -> begin();
            case 13 -> answer();
            case 14 -> rarely(this::disturb);
            case 15 -> rarely(() -> one().closeResult());
            case 16 -> rarely(this::endOne);
            default -> pass(Duration.ofMillis(15));
        }
        checkNothingWrong();
        demand.look();
        if (binds.stream().allMatch(RandomBind::isOver)) {
            names.checkLeftAlone("given up once the last has left");
        }
    }

    private void checkNothingWrong() {
        if (!wrong.isEmpty()) {
            throw new AssertionError(wrong.get(0).getMessage(), wrong.get(0));
        }
    }

    /** Something that many feel. */
    private void disturb() {
        switch (random.nextInt(7)) {
            case 0, 1 -> failBody();
            case 2, 3 -> endBody();
            case 4 -> removeDriver();
            case 5 -> change();
            default -> rarely(random.nextInt(3) == 0 ? this::closeEngine : this::closeClient);
        }
    }

    private void endOne() {
        if (random.nextBoolean()) {
            one().abort();
        } else {
            closeContext(one().context());
        }
    }

    /** What a client does within a callback. */
    void whim(RandomBind own) throws BindException {
        calls++; // one may be within another, where turns are at once
        try {
            act(own);
        } finally {
            calls--;
        }
    }

    /** It does it to its own bind or to another. */
    private void act(RandomBind own) throws BindException {
        RandomBind any = random.nextBoolean() ? own : one();
        switch (random.nextInt(66)) {
            case 0 -> any.abort();
            case 1, 2 -> any.suspend();
            case 3, 4 -> any.resume();
            case 5 -> any.priority();
            case 6, 7, 8 -> any.readSome();
            case 9 -> any.closeResult();
            case 10 -> closeContext(any.context());
            case 11, 12 -> deliver();
            case 13 -> own.refuse();
            case 14 -> own.throwSomething();
            case 15, 16 -> begin();
            case 17 -> rarely(this::disturb);
            default -> {}
        }
    }

    private void rarely(Runnable event) {
        if (random.nextInt(4) == 0) {
            event.run();
        }
    }

    private void turns(int count) {
        events.add("turns " + count);
        for (int i = 0; i < count && fixture.threads.turns.waiting() > 0; i++) {
            fixture.threads.turns.runNext();
        }
    }

    private void pass(Duration time) {
        events.add("pass " + time);
        fixture.threads.clock.advance(time);
    }

    private void deliver() {
        if (names.opened.isEmpty()) {
            return;
        }
        int part = random.nextInt(names.opened.size());
        int bytes = random.nextInt(1 + content.length / 2);
        events.add("deliver " + bytes + " of part " + part);
        names.opened.get(part).deliver(bytes);
    }

    private void answer() {
        events.add("answer");
        names.answer();
    }

    private void all(Reason reason) {
        binds.forEach(bind -> bind.mayFail(reason));
        lasting.add(reason);
    }

    private void failBody() {
        if (names.opened.isEmpty()) {
            return;
        }
        int part = random.nextInt(names.opened.size());
        events.add("part " + part + " breaks");
        var body = names.opened.get(part).body();
        if (ends(Reason.BROKEN) && !body.isStarted()) {
            lasting.add(Reason.BROKEN); // whoever begins before it starts hears of it too
        }
        body.fail(new BindException(Reason.BROKEN, "planned by the test"));
    }

    /** What breaks goes on, some times, where it is certain that it can. */
    private boolean ends(Reason reason) {
        breaks++;
        boolean ends = !hasRanges() || !names.isLengthKnown() || breaks > Retrying.DEFAULT_ATTEMPTS;
        if (ends) {
            binds.forEach(bind -> bind.mayFail(reason));
        }
        return ends;
    }

    private void endBody() {
        if (names.opened.isEmpty() || !names.isLengthKnown()) {
            return; // or nobody could tell that it is too early
        }
        int part = random.nextInt(names.opened.size());
        events.add("part " + part + " ends");
        if (ends(Reason.TRUNCATED)) {
            lasting.add(Reason.TRUNCATED); // perhaps later, when all that was let go was granted
        }
        names.opened.get(part).end();
    }

    private void change() {
        events.add("the content changes");
        names.change();
        all(Reason.CHANGED);
    }

    private void removeDriver() {
        if (atOnce && calls > 0) {
            return; // it would wait for the call of the driver that this is within
        }
        events.add("the driver goes");
        all(Reason.DRIVER_GONE);
        all(Reason.NO_DRIVER);
        fixture.engine.removeDriver("model");
        names.checkLeftAlone("withdrawn, and something goes through it");
    }

    private void closeContext(BindContext context) {
        events.add("close the context of " + binds.stream().filter(b -> b.isOf(context)).toList());
        close(bind -> bind.isOf(context), true, context::close);
    }

    private void closeClient() {
        if (clients.isEmpty() || atOnce) {
            return; // the interrupt would reach turns, too
        }
        EngineBinder client = clients.remove(random.nextInt(clients.size()));
        events.add(
                "the client of " + binds.stream().filter(b -> b.isOf(client)).toList() + " goes");
        close(bind -> bind.isOf(client), true, () -> withoutWaiting(client::close));
    }

    private void closeEngine() {
        if (calls > 0 || atOnce) {
            return; // it would run its turns within one of them
        }
        events.add("the engine closes");
        engineIsClosed = true;
        close(bind -> true, false, () -> withoutWaiting(fixture.engine::close));
    }

    private void close(Predicate<RandomBind> which, boolean withResults, Runnable close) {
        List<RandomBind> its = binds.stream().filter(which).toList();
        its.forEach(bind -> bind.closing(withResults));
        close.run();
        its.forEach(RandomBind::checkClosed);
    }

    /**
     * Whoever closes waits for turns, which here run on the same thread: an interrupt ends that.
     */
    private static void withoutWaiting(Runnable close) {
        Thread.currentThread().interrupt();
        close.run();
        boolean unused = Thread.interrupted();
    }

    /** Not for one pull alone that is read in order, if what it has unread fits into memory. */
    private boolean mayFill() {
        boolean isAlone = binds.size() == 1 && !binds.get(0).fillsAlone();
        return content.length > DISK_BYTES && !(isAlone && memory > Demand.PULL_BYTES);
    }

    /** Lets everything come to its end, which it must; and nobody waits for who is lazy. */
    private void finish() {
        events.add("finish");
        List<RandomBind> lively = binds.stream().filter(bind -> !bind.isLazy).toList();
        goOn(lively);
        assertThat(lively).as("held up by another").allMatch(RandomBind::isOver);
        goOn(binds);
    }

    private void goOn(List<RandomBind> going) {
        for (int round = 0; round < 60 && !isOver(going); round++) {
            names.answerAll();
            List.copyOf(names.opened).forEach(ModelNames.Opened::deliverAll);
            fixture.threads.clock.advance(Duration.ofSeconds(1));
            fixture.runAll();
            List.copyOf(going).forEach(RandomBind::goOn);
        }
        fixture.runAll();
    }

    private boolean isOver(List<RandomBind> going) {
        return going.stream().allMatch(RandomBind::isOver) && fixture.threads.turns.waiting() == 0;
    }

    /** Nothing is left: no bind, no transfer, no page, no file, no timer. */
    private void leave() {
        assertThat(fixture.engine.bindings()).isEmpty();
        names.checkLeftAlone("over");
        binds.forEach(bind -> bind.context().close());
        fixture.runAll();
        fixture.threads.clock.advance(Duration.ofSeconds(20)); // the scheduler's only alarm rings
        fixture.runAll();
        assertThat(fixture.engine.core().spools().pool().used()).as("bytes of pages").isZero();
        assertThat(fixture.threads.clock.waiting()).as("timers").isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Override
    public String toString() {
        return binds
                + " of "
                + content.length
                + " bytes"
                + (names.hasRanges() ? " with ranges" : "")
                + (tooShort ? ", one short" : "")
                + ": "
                + String.join(", ", events);
    }
}
