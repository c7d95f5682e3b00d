package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.core.CoreSettings;
import org.bindhost.storage.PendingException;
import org.bindhost.testkit.ScriptedUpload;

/**
 * One bind that writes where it must not wait, and a random sequence of all that can happen to it;
 * with a check that what it wrote appears whole, or nothing does.
 */
final class RandomWrite implements BindModelTest.Sequence {

    private static final int MOST_BYTES = 50_000;
    private static final List<PriorityClass> CLASSES = List.of(PriorityClass.values());

    private final Random random;
    private final Path directory;
    private final List<String> events = new ArrayList<>();
    private final List<AssertionError> wrong = new ArrayList<>();
    private final EngineFixture fixture;
    private final BindContext context;
    private final WriteClient client;
    private final ScriptedUpload upload;
    private final byte[] content;
    private final boolean isChannel;
    private final Binding binding;

    // The reference model.
    private final Set<Reason> possible = EnumSet.noneOf(Reason.class);
    private Optional<Object> to = Optional.empty(); // what is written to, once it is there
    private int taken; // of the content, by what is written to
    private int committed = -1; // how much there was when it was closed
    private boolean suspended;
    private boolean aborted;
    private boolean mayAppear; // the driver has finished its commit
    private boolean commitFailed;

    RandomWrite(long seed, Path directory) throws BindException {
        this.directory = directory;
        random = new Random(seed);
        fixture = new EngineFixture(new CoreSettings(1, 0, 1 << 16, 1 << 18, directory));
        fixture.threads.beOurs();
        content = new byte[random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(MOST_BYTES)];
        random.nextBytes(content);
        isChannel = random.nextBoolean();
        upload = fixture.driver.on("a").upload();
        context = fixture.binder.createBindContext(BindOptions.DEFAULT.withMode(Mode.WRITE));
        client = new WriteClient(this::whim, () -> suspended || aborted, wrong::add);
        context.registerCallback(client);
        Class<?> type = isChannel ? WritableByteChannel.class : OutputStream.class;
        var result = fixture.binder.bindToStorage(fixture.name("a"), context, type);
        var unused = result.content().thenAccept(content -> to = Optional.of(content));
        binding = result.binding();
    }

    @Override
    public void run() throws BindException {
        for (int steps = 5 + random.nextInt(40); steps > 0; steps--) {
            outside();
            checkNothingWrong();
        }
        finish();
        check();
        leave();
    }

    private void outside() {
        switch (random.nextInt(17)) {
            case 0, 1, 2, 3 -> turns(1 + random.nextInt(4));
            case 4, 5, 6 -> ask();
            case 7, 8, 9 -> write();
            case 10 -> suspend();
            case 11 -> resume();
            case 12 -> priority();
            case 13 -> pass();
            case 14 -> finishCommit();
            case 15 -> rarely(this::close);
            default -> rarely(this::disturb);
        }
    }

    private void disturb() {
        switch (random.nextInt(8)) {
            case 0 -> abort();
            case 1 -> closeContext();
            case 2 -> failUpload();
            case 3 -> refuseWrites();
            case 4 -> removeDriver();
            case 5 -> failCommit();
            case 6 -> end("the client goes", fixture.binder::close);
            default -> end("the engine closes", fixture.engine::close);
        }
    }

    private void whim() throws BindException {
        switch (random.nextInt(30)) {
            case 0 -> abort();
            case 1, 2 -> suspend();
            case 3, 4 -> resume();
            case 5 -> priority();
            case 6, 7, 8 -> write();
            case 9 -> close();
            case 10 -> closeContext();
            case 11, 12 -> ask();
            case 13 -> refuse();
            case 14 -> finishCommit();
            case 15 -> throwSomething();
            default -> {}
        }
    }

    private void rarely(Runnable event) {
        if (random.nextInt(2) == 0) {
            event.run();
        }
    }

    private boolean isOver() {
        return binding.state().isTerminal();
    }

    private void turns(int count) {
        events.add("turns " + count);
        for (int i = 0; i < count && fixture.threads.turns.waiting() > 0; i++) {
            fixture.threads.turns.runNext();
        }
    }

    private void pass() {
        events.add("pass");
        fixture.threads.clock.advance(Duration.ofMillis(15));
    }

    /** The driver asks for more. */
    private void ask() {
        if (to.isPresent() && !upload.isCommitting() && !upload.isAborted()) {
            int bytes = 1 + random.nextInt(20_000);
            events.add("ask " + bytes);
            upload.ask(bytes);
        }
    }

    private void write() {
        int count = Math.min(content.length - taken, 1 + random.nextInt(10_000));
        if (to.isEmpty() || count == 0) {
            return;
        }
        events.add("write " + count);
        try {
            taken += write(to.get(), ByteBuffer.wrap(content, taken, count));
        } catch (PendingException e) {
            assertThat(isOver() || committed >= 0).as("it waits for what never comes").isFalse();
        } catch (IOException e) {
            assertThat(isOver() || committed >= 0).as("fails for no reason: " + e).isTrue();
        }
    }

    private static int write(Object to, ByteBuffer bytes) throws IOException {
        if (to instanceof WritableByteChannel channel) {
            int count = channel.write(bytes);
            assertThat(count).isPositive();
            return count;
        }
        var all = new byte[bytes.remaining()];
        bytes.get(all);
        ((OutputStream) to).write(all);
        return all.length;
    }

    private void close() {
        if (to.isEmpty()) {
            return;
        }
        events.add("close at " + taken);
        try {
            ((AutoCloseable) to.get()).close();
            committed = committed < 0 ? taken : committed;
        } catch (Exception e) { // as AutoCloseable declares
            assertThat(isOver()).as("closing fails for no reason: " + e).isTrue();
        }
    }

    private void suspend() {
        boolean due = client.isStarted() && !isOver() && !suspended;
        events.add("suspend " + due);
        suspended |= due;
        assertThat(binding.suspend()).as("suspended").isEqualTo(due);
    }

    private void resume() {
        boolean due = suspended && !isOver();
        events.add("resume " + due);
        suspended = false;
        assertThat(binding.resume()).as("resumed").isEqualTo(due);
    }

    private void priority() {
        var priorityClass = CLASSES.get(random.nextInt(CLASSES.size()));
        binding.setPriority(new Priority(priorityClass, 1 + random.nextInt(256)));
    }

    private void abort() {
        boolean due = !isOver();
        events.add("abort " + due);
        aborted |= due;
        assertThat(binding.abort()).as("aborted").isEqualTo(due);
    }

    private void closeContext() {
        end("the context closes", context::close);
    }

    /**
     * Whoever closes waits for turns, which here run on the same thread: an interrupt ends that.
     */
    private void end(String event, Runnable close) {
        if (client.isInCall()) {
            return; // turns would run within a turn
        }
        events.add(event);
        aborted |= !isOver();
        Thread.currentThread().interrupt();
        close.run();
        boolean unused = Thread.interrupted();
        assertThat(isOver()).as("ended with its owner").isTrue();
    }

    private void failUpload() {
        if (to.isPresent()) {
            events.add("the upload breaks");
            possible.add(Reason.BROKEN);
            upload.fail(new BindException(Reason.BROKEN, "planned by the test"));
        }
    }

    private void refuseWrites() {
        events.add("the driver refuses");
        possible.add(Reason.STORAGE_FAILED);
        upload.refuse(new BindException(Reason.STORAGE_FAILED, "planned by the test"));
    }

    private void removeDriver() {
        events.add("the driver goes");
        possible.add(Reason.DRIVER_GONE);
        possible.add(Reason.NO_DRIVER);
        fixture.engine.removeDriver("driver");
    }

    /** The driver has made appear what was written; too late, if it was told to give up. */
    private void finishCommit() {
        if (upload.isCommitting() && !upload.isAborted() && !commitFailed && !mayAppear) {
            events.add("committed");
            mayAppear = true;
            upload.finish();
        }
    }

    private void failCommit() {
        if (upload.isCommitting() && !mayAppear && !commitFailed) {
            events.add("the commit fails");
            commitFailed = true;
            possible.add(Reason.ACCESS_DENIED);
            upload.finish(new BindException(Reason.ACCESS_DENIED, "planned by the test"));
        }
    }

    private void refuse() throws BindException {
        events.add("refuse");
        possible.add(Reason.PROTOCOL);
        throw new BindException(Reason.PROTOCOL, "refused by the test");
    }

    private void throwSomething() {
        events.add("throw");
        possible.add(Reason.CALLBACK_FAILED);
        throw new IllegalStateException("planned by the test");
    }

    /** Writes the rest, closes, and lets everything come to its end. */
    private void finish() {
        events.add("finish");
        for (int round = 0; round < 60 && !isDone(); round++) {
            suspended = false;
            binding.resume();
            fixture.runAll();
            write();
            ask();
            if (taken == content.length) {
                close();
            }
            fixture.threads.clock.advance(Duration.ofSeconds(1));
            fixture.runAll();
            finishCommit();
        }
        fixture.runAll();
    }

    private boolean isDone() {
        return isOver() && fixture.threads.turns.waiting() == 0;
    }

    private void check() {
        BindOutcome outcome =
                binding.result().orElseThrow(() -> new AssertionError("it never ends"));
        if (client.isStarted()) {
            assertThat(client.stop()).as("the stop").contains(outcome);
        }
        assertThat(binding.completion().toCompletableFuture().getNow(null)).isEqualTo(outcome);
        assertThat(outcome instanceof BindOutcome.Aborted).as("aborted").isEqualTo(aborted);
        if (outcome instanceof BindOutcome.Failed failed) {
            assertThat(failed.cause().reason()).isIn(possible);
        }
        if (outcome instanceof BindOutcome.Completed completed) {
            assertThat(completed.length()).isEqualTo(committed);
            assertThat(mayAppear).as("complete, and nothing appeared").isTrue();
            assertThat(upload.written()).isEqualTo(Arrays.copyOf(content, committed));
        } else {
            assertThat(mayAppear && !aborted && possible.isEmpty()).isFalse();
            boolean isGivenUp = to.isEmpty() || upload.isAborted() || commitFailed || mayAppear;
            assertThat(isGivenUp).as("nothing is left of it").isTrue();
        }
        checkNothingWrong();
    }

    private void checkNothingWrong() {
        wrong.stream()
                .findFirst()
                .ifPresent(
                        first -> {
                            throw new AssertionError(first.getMessage(), first);
                        });
    }

    private void leave() {
        assertThat(fixture.engine.bindings()).isEmpty();
        context.close();
        fixture.runAll();
        fixture.threads.clock.advance(Duration.ofSeconds(20));
        assertThat(fixture.threads.clock.waiting()).as("timers").isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Override
    public String toString() {
        return (isChannel ? "channel" : "stream")
                + " for "
                + content.length
                + " bytes: "
                + String.join(", ", events);
    }
}
