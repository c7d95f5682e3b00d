package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.ScriptedBody;

/**
 * One bind, and a random sequence of all that can happen to it, from outside and from within its
 * callbacks; with what may come of it by then.
 */
final class RandomBind {

    private static final int MOST_BYTES = 400_000;
    private static final List<Class<?>> TYPES =
            List.of(InputStream.class, Flow.Publisher.class, Path.class);

    private static final List<PriorityClass> CLASSES = List.of(PriorityClass.values());

    private final Random random;
    private final List<String> events = new ArrayList<>();
    private final EngineFixture fixture;
    private final ModelClient client;
    private final byte[] content;
    private final ModelReader reader;
    private final boolean pull;
    private final Class<?> type;
    private final ScriptedBody body;
    private final Binding binding;

    /** The reference model: what may have ended it, and whether an abort has. */
    private final Set<Reason> possible = EnumSet.noneOf(Reason.class);

    private boolean aborted;
    private boolean mayBeAborted;
    private boolean driverIsGone;

    RandomBind(long seed, Path directory) throws BindException {
        random = new Random(seed);
        fixture = new EngineFixture(new CoreSettings(2, 0, 1 << 16, 1 << 18, directory));
        content = new byte[random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(MOST_BYTES)];
        random.nextBytes(content);
        reader = new ModelReader(content, () -> client().isInCall() || isEnded());
        pull = random.nextBoolean();
        type = TYPES.get(random.nextInt(TYPES.size()));
        client = new ModelClient(pull ? BindInfo.PULL : BindInfo.PUSH, this::whim);
        long length = random.nextInt(8) == 0 ? content.length + 1 : content.length;
        if (length > content.length) {
            possible.add(Reason.TRUNCATED);
        }
        body = fixture.driver.on("a").body(content, announced(length), 0);
        binding = fixture.bind("a", client, type).binding();
    }

    private ModelClient client() {
        return client;
    }

    private boolean isEnded() {
        return binding.state().isTerminal();
    }

    List<String> events() {
        return events;
    }

    void run() {
        for (int steps = 5 + random.nextInt(40); steps > 0; steps--) {
            outside();
        }
        finish();
        check();
    }

    private void outside() {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> turns(1 + random.nextInt(4));
            case 4, 5, 6 -> deliver(random.nextInt(1 + content.length / 2));
            case 7, 8 -> readSome();
            case 9 -> suspendOutside();
            case 10 -> resume();
            case 11 -> priority();
            case 12 -> rarely(this::endOutside);
            case 13 -> rarely(this::removeDriver);
            case 14 -> rarely(this::closeResult);
            default -> rarely(this::completeEarly);
        }
    }

    private void endOutside() {
        switch (random.nextInt(3)) {
            case 0 -> abort();
            case 1 -> closeContext();
            default -> failBody();
        }
    }

    /** What the client does within a callback. */
    private void whim() throws BindException {
        switch (random.nextInt(60)) {
            case 0 -> abort();
            case 1 -> suspend();
            case 2 -> resume();
            case 3 -> priority();
            case 4, 5, 6 -> readSome();
            case 7 -> closeResult();
            case 8 -> closeContext();
            case 9 -> deliver(random.nextInt(1 + content.length / 2));
            case 10 -> refuse();
            case 11 -> throwSomething();
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

    private void deliver(int bytes) {
        events.add("deliver " + bytes);
        mayFill();
        body.deliver(bytes);
    }

    private void readSome() {
        int most = 1 + random.nextInt(100_000);
        events.add("read " + most);
        mayFill();
        client.data().ifPresent(data -> reader.read(data.content(), most));
    }

    private void closeResult() {
        events.add("close the result");
        mayBeAborted |= pull; // D-40 is about the handle: a pull that nobody reads has no end
        client.data().ifPresent(data -> reader.close(data.content()));
    }

    /** A push that nobody reads may fill its spool. */
    private void mayFill() {
        possible.add(Reason.SPOOL_FULL);
    }

    private void suspend() {
        events.add("suspend");
        binding.suspend();
        client.speak(); // within a callback, or right after it, the rest of the call may still come
    }

    private void suspendOutside() {
        if (binding.suspend()) {
            events.add("suspend outside");
            client.hush();
        }
    }

    private void resume() {
        events.add("resume");
        client.speak();
        binding.resume();
    }

    private void priority() {
        var priority =
                new Priority(CLASSES.get(random.nextInt(CLASSES.size())), 1 + random.nextInt(256));
        events.add("priority " + priority);
        binding.setPriority(priority);
        assertThat(binding.priority()).isEqualTo(priority);
    }

    private void abort() {
        boolean first = binding.abort();
        events.add("abort " + first);
        if (first) {
            aborted = true;
            client.hush();
        }
        assertThat(binding.abort()).as("a second abort").isFalse();
    }

    private void closeContext() {
        events.add("close the context");
        boolean live = !binding.state().isTerminal();
        fixture.context.close();
        assertThat(binding.state().isTerminal()).as("ended with its context").isTrue();
        if (live) {
            aborted = true;
            client.hush();
        }
    }

    private void failBody() {
        events.add("the body breaks");
        possible.add(Reason.BROKEN);
        body.fail(new BindException(Reason.BROKEN, "planned by the test"));
    }

    private void completeEarly() {
        events.add("the body ends");
        possible.add(Reason.TRUNCATED);
        body.complete();
    }

    private void removeDriver() {
        if (driverIsGone) {
            return;
        }
        events.add("the driver goes");
        driverIsGone = true;
        possible.add(Reason.DRIVER_GONE);
        possible.add(Reason.NO_DRIVER);
        fixture.engine.removeDriver("driver");
        boolean needsIt = body.isStarted() && !events.contains("the body ends");
        assertThat(!needsIt || binding.state().isTerminal())
                .as("withdrawn, and a bind still goes through it")
                .isTrue();
    }

    private void refuse() throws BindException {
        events.add("refuse");
        possible.add(Reason.ACCESS_DENIED);
        throw new BindException(Reason.ACCESS_DENIED, "refused by the test");
    }

    private void throwSomething() {
        events.add("throw");
        possible.add(Reason.CALLBACK_FAILED);
        throw new IllegalStateException("planned by the test");
    }

    /** Lets everything come to its end, which it must. */
    private void finish() {
        events.add("finish");
        mayFill();
        client.speak();
        for (int round = 0; round < 50 && !isOver(); round++) {
            binding.resume();
            body.deliverAll();
            fixture.runAll();
            client.data().ifPresent(data -> reader.read(data.content(), MOST_BYTES));
        }
        fixture.runAll();
    }

    private boolean isOver() {
        return binding.state().isTerminal() && fixture.threads.turns.waiting() == 0;
    }

    private void check() {
        BindOutcome outcome =
                binding.result().orElseThrow(() -> new AssertionError("it never ends"));
        client.binding()
                .ifPresent(started -> assertThat(client.stop()).as("the stop").contains(outcome));
        assertThat(binding.completion().toCompletableFuture().getNow(null)).isEqualTo(outcome);
        assertThat(binding.state()).isEqualTo(outcome.state());
        assertThat(outcome).isInstanceOfAny(expected());
        if (outcome instanceof BindOutcome.Failed failed) {
            assertThat(failed.cause().reason()).isIn(possible);
        }
        if (outcome instanceof BindOutcome.Completed) {
            checkContent();
        }
        assertThat(fixture.engine.bindings()).isEmpty();
        fixture.context.close();
    }

    private Class<?>[] expected() {
        if (aborted) {
            return new Class<?>[] {BindOutcome.Aborted.class};
        }
        return mayBeAborted
                ? new Class<?>[] {
                    BindOutcome.Completed.class, BindOutcome.Failed.class, BindOutcome.Aborted.class
                }
                : new Class<?>[] {BindOutcome.Completed.class, BindOutcome.Failed.class};
    }

    /** Nothing lost: unless the client closed what it got, it can read all of it. */
    private void checkContent() {
        assertThat(binding.state()).isEqualTo(BindState.COMPLETED);
        var data = client.data().orElseThrow();
        assertThat(data.available()).isEqualTo(content.length);
        if (events.contains("close the result") || events.contains("close the context")) {
            return; // and what was given goes with either
        }
        if (data.content() instanceof Path file) {
            reader.compare(file);
        }
        for (int round = 0; round < 50 && !reader.isAtEnd(); round++) {
            reader.read(data.content(), MOST_BYTES);
            fixture.runAll();
        }
        assertThat(reader.read()).isEqualTo(content.length);
        assertThat(reader.isAtEnd()).as("the end can be read").isTrue();
    }

    @Override
    public String toString() {
        return (pull ? "pull " : "push ")
                + type.getSimpleName()
                + " of "
                + content.length
                + " bytes: "
                + Optional.of(events).map(e -> String.join(", ", e)).orElse("");
    }
}
