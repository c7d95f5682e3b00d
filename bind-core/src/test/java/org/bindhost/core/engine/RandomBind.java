package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.storage.LockBytes;

/** One bind, all that its client may do to it, and a small model of what may have come of it. */
final class RandomBind {

    private static final int MOST_AT_ONCE = 100_000;
    private static final List<Class<?>> TYPES =
            List.of(
                    InputStream.class,
                    Flow.Publisher.class,
                    Path.class,
                    ReadableByteChannel.class,
                    SeekableByteChannel.class,
                    LockBytes.class);

    /** Where those types begin that can be read at random. */
    private static final int FIRST_RANDOM = 4;

    private static final List<PriorityClass> CLASSES = List.of(PriorityClass.values());

    private final RandomBinds all;
    private final int number;
    private final Random random;
    private final BindContext context;
    private final EngineBinder binder;
    private final ModelClient client;
    private final ModelReader reader;
    private final boolean pull;
    private final Class<?> type;
    private Optional<Binding> handle = Optional.empty();

    // The reference model.
    private final Set<Reason> possible = EnumSet.noneOf(Reason.class);
    private boolean suspended;
    private long resumes;
    private boolean aborted;
    private boolean mayBeAborted;
    private boolean closed; // its result
    private boolean contextClosed;

    /** Whether it neither reads nor goes on while others finish. */
    final boolean isLazy;

    RandomBind(RandomBinds all, int number, BindContext context, EngineBinder binder) {
        this.all = all;
        this.number = number;
        this.random = all.random;
        this.context = context;
        this.binder = binder;
        pull = random.nextBoolean();
        int firstType = all.hasRanges() && random.nextBoolean() ? FIRST_RANDOM : 0;
        type = TYPES.get(firstType + random.nextInt(TYPES.size() - firstType));
        isLazy = random.nextInt(4) == 0;
        client =
                new ModelClient(
                        all.verifying(pull ? BindInfo.PULL : BindInfo.PUSH, number),
                        () -> all.whim(this),
                        () -> suspended || aborted,
                        all.wrong::add);
        reader = new ModelReader(all.content, this::mayNotRead, all.wrong::add);
    }

    /** Begins, perhaps with its first callbacks. */
    void begin() throws BindException {
        event("begin");
        context.registerCallback(client);
        handle = Optional.of(binder.bindToStorage(all.fixture.name("a"), context, type).binding());
    }

    private Binding binding() {
        return handle.or(client::binding).orElseThrow();
    }

    void event(String text) {
        all.events.add(number + ": " + text);
    }

    boolean isOf(BindContext itsContext) {
        return context == itsContext;
    }

    boolean isOf(EngineBinder itsBinder) {
        return binder == itsBinder;
    }

    BindContext context() {
        return context;
    }

    /** Whether its context is. */
    boolean isClosed() {
        return contextClosed;
    }

    boolean isOver() {
        return binding().state().isTerminal();
    }

    /** Whether a spool can be full for it though nobody else keeps anything in it. */
    boolean fillsAlone() {
        return !pull || type == Path.class || isRandom();
    }

    private boolean isRandom() {
        return type == SeekableByteChannel.class || type == LockBytes.class;
    }

    /** Whether bytes come to it only as it reads them, from the first to the last. */
    boolean isPulledInOrder() {
        return pull && (type == InputStream.class || type == ReadableByteChannel.class);
    }

    boolean isSuspended() {
        return suspended;
    }

    /** How often it was resumed. */
    long resumes() {
        return resumes;
    }

    long read() {
        return reader.read();
    }

    /** Something has happened that may end it so. */
    void mayFail(Reason reason) {
        possible.add(reason);
    }

    private boolean mayNotRead() {
        return closed || (isOver() && binding().state() != BindState.COMPLETED);
    }

    void readSome() {
        int most = 1 + random.nextInt(MOST_AT_ONCE);
        if (isRandom() && random.nextInt(3) > 0) {
            int offset = random.nextInt(1 + all.content.length);
            event("read " + most + " at " + offset);
            client.data().ifPresent(data -> reader.readAt(data.content(), offset, most));
        } else {
            event("read " + most);
            readOn(most);
        }
    }

    void readOn(int most) {
        client.data().ifPresent(data -> reader.read(data.content(), most));
    }

    void closeResult() {
        event("close the result");
        mayBeAborted |= pull; // D-40 is about the handle: a pull that nobody reads has no end
        closed |= client.data().isPresent();
        client.data().ifPresent(data -> reader.close(data.content()));
    }

    void suspend() {
        boolean due = client.binding().isPresent() && !isOver() && !suspended;
        event("suspend " + due);
        suspended |= due;
        assertThat(binding().suspend()).as("suspended").isEqualTo(due);
    }

    void resume() {
        boolean due = suspended && !isOver();
        event("resume " + due);
        resumes++;
        suspended = false;
        assertThat(binding().resume()).as("resumed").isEqualTo(due);
    }

    void priority() {
        var priority =
                new Priority(CLASSES.get(random.nextInt(CLASSES.size())), 1 + random.nextInt(256));
        event("priority " + priority);
        binding().setPriority(priority);
        assertThat(binding().priority()).isEqualTo(priority);
    }

    void abort() {
        boolean due = !isOver();
        event("abort " + due);
        aborted |= due;
        assertThat(binding().abort()).as("aborted").isEqualTo(due);
        assertThat(binding().abort()).as("a second abort").isFalse();
    }

    /** Its context, its client or the engine is about to close, which ends it. */
    void closing(boolean alsoItsContext) {
        aborted |= !isOver();
        closed |= alsoItsContext;
        contextClosed |= alsoItsContext;
    }

    /** It began when the engine was closed. */
    void checkRefused() {
        aborted = true;
        checkClosed();
    }

    void checkClosed() {
        assertThat(isOver()).as("ended with its owner").isTrue();
    }

    void refuse() throws BindException {
        event("refuse");
        mayFail(Reason.ACCESS_DENIED);
        throw new BindException(Reason.ACCESS_DENIED, "refused by the test");
    }

    void throwSomething() {
        event("throw");
        mayFail(Reason.CALLBACK_FAILED);
        throw new IllegalStateException("planned by the test");
    }

    /** Reads on, and lets nothing hold it. */
    void goOn() {
        suspended = false;
        binding().resume();
        readOn(all.content.length + 1);
    }

    void check(boolean mayFill) {
        BindOutcome outcome =
                binding().result().orElseThrow(() -> new AssertionError(number + " never ends"));
        client.binding()
                .ifPresent(started -> assertThat(client.stop()).as("the stop").contains(outcome));
        assertThat(binding().completion().toCompletableFuture().getNow(null)).isEqualTo(outcome);
        assertThat(binding().state()).isEqualTo(outcome.state());
        if (aborted) {
            assertThat(outcome).as("of %s", number).isInstanceOf(BindOutcome.Aborted.class);
        } else if (!mayBeAborted) {
            assertThat(outcome).as("of %s", number).isNotInstanceOf(BindOutcome.Aborted.class);
        }
        if (outcome instanceof BindOutcome.Failed failed) {
            boolean isFull = mayFill && failed.cause().reason() == Reason.SPOOL_FULL;
            assertThat(isFull || possible.contains(failed.cause().reason()))
                    .as("%s ends by %s, of %s", number, failed.cause(), possible)
                    .isTrue();
        }
        if (outcome instanceof BindOutcome.Completed) {
            checkContent();
        }
    }

    /** Nothing lost: unless the client closed what it got, it can read all of it. */
    private void checkContent() {
        assertThat(all.isTooShort()).as("complete, though it came short").isFalse();
        var data = client.data().orElseThrow();
        assertThat(data.available()).isEqualTo(all.content.length);
        if (closed) {
            return;
        }
        if (data.content() instanceof Path file) {
            reader.compare(file);
        }
        for (int round = 0; round < 50 && !reader.isAtEnd(); round++) {
            readOn(all.content.length + 1);
            all.fixture.runAll();
        }
        assertThat(reader.read()).isEqualTo(all.content.length);
        assertThat(reader.isAtEnd()).as("the end can be read").isTrue();
    }

    @Override
    public String toString() {
        return number
                + (pull ? ": pull " : ": push ")
                + type.getSimpleName()
                + (isLazy ? ", lazy" : "");
    }
}
