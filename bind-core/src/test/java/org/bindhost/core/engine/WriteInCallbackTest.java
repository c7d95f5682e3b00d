package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Priority;
import org.bindhost.core.CoreSettings;
import org.bindhost.spi.Upload;
import org.bindhost.storage.PendingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing where nothing may wait: the demand reversed, without a thread that is held. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WriteInCallbackTest {

    @TempDir Path directory;

    private WriteFixture writing;

    @BeforeEach
    void open() {
        writing = new WriteFixture(directory);
    }

    private BindResult<OutputStream> stream() throws BindException {
        var result = writing.begin("a", OutputStream.class);
        writing.runAll();
        return result;
    }

    private static <T> T to(BindResult<T> result) {
        return result.content().toCompletableFuture().join();
    }

    /** Runs turns until an action was done in a callback, and none after that. */
    private void inCallback(BindResult<?> result, WriteFixture.Action action) {
        var done = writing.inCallback(result, action);
        while (!done.isDone()) {
            writing.fixture.threads.turns.runNext();
        }
        done.join();
    }

    private static void unchecked(WriteFixture.Action action) {
        try {
            action.run();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private CompletionStage<Void> pending(BindResult<OutputStream> result, String text) {
        var done = writing.inCallback(result, () -> to(result).write(bytes(text)));
        while (!done.isDone()) {
            writing.fixture.threads.turns.runNext();
        }
        try {
            done.get();
        } catch (ExecutionException | InterruptedException e) {
            assertThat(e.getCause()).isInstanceOf(PendingException.class);
            return ((PendingException) e.getCause()).ready();
        }
        throw new AssertionError("it was written");
    }

    @Test
    void theResultMayBeWrittenToAsSoonAsItComes() throws Exception {
        var watched = new WatchedUpload();
        writing.fixture.driver.on("b").upload(watched);
        var result = writing.begin("b", OutputStream.class);
        var written = result.content().thenAccept(out -> unchecked(() -> out.write(1)));
        writing.runAll();

        assertThat(written.toCompletableFuture()).isCompleted();
        assertThat(watched.mayWait).containsExactly(true);
    }

    @Test
    void whatIsWrittenReachesTheDriverAfterwards() throws Exception {
        var result = stream();
        writing.upload.ask(10);
        var text = bytes("abc");

        inCallback(
                result,
                () -> {
                    to(result).write(text);
                    text[0] = 'x'; // it is the client's again
                });
        assertThat(writing.upload.written()).isEmpty();
        writing.runAll();

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
        assertThat(writing.recorder.heard()).contains("progress:UPLOADING_DATA script:a");
    }

    @Test
    void nothingIsWrittenOrCommittedOnAThreadThatMustNotWait() throws Exception {
        var watched = new WatchedUpload();
        writing.fixture.driver.on("b").upload(watched);
        var result = writing.begin("b", OutputStream.class);
        writing.runAll();

        inCallback(
                result,
                () -> {
                    to(result).write(1);
                    to(result).close();
                });
        writing.runAll();

        assertThat(watched.mayWait).containsExactly(true, true);
        assertThat(result.binding().state()).isEqualTo(BindState.COMPLETED);
    }

    @Test
    void readyIsToldWhenSomethingMayBeWrittenAndNotBefore() throws Exception {
        var result = stream();
        var ready = pending(result, "abc").toCompletableFuture();
        writing.runAll();
        assertThat(ready).isNotDone();

        writing.upload.ask(1);
        assertThat(ready).as("told within the driver").isNotDone();
        writing.runAll();

        assertThat(ready).isCompleted();
        inCallback(result, () -> to(result).write(bytes("abc")));
    }

    @Test
    void whileTheLastBytesAreOnTheirWayNextOnesArePending() throws Exception {
        var result = stream();
        writing.upload.ask(2);
        inCallback(result, () -> to(result).write(bytes("abc")));
        var ready = pending(result, "de").toCompletableFuture();
        writing.runAll();
        assertThat(writing.upload.written()).isEqualTo(bytes("ab"));
        assertThat(ready).isNotDone();

        writing.upload.ask(3);
        writing.runAll();

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
        assertThat(ready).isCompleted();
    }

    /** None of its bytes are taken, or the same call made again would double them. */
    @Test
    void aWriteThatIsPendingHasTakenNothing() throws Exception {
        var result = stream();
        pending(result, "abc");
        writing.upload.ask(10);
        writing.runAll();
        assertThat(writing.upload.written()).isEmpty();

        inCallback(result, () -> to(result).write(bytes("abc")));
        inCallback(result, () -> to(result).close());
        writing.runAll();

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
    }

    @Test
    void aChannelTakesWhatIsAskedFor() throws Exception {
        var result = writing.begin("a", WritableByteChannel.class);
        writing.runAll();
        writing.upload.ask(2);
        var text = ByteBuffer.wrap(bytes("abc"));

        inCallback(result, () -> assertThat(to(result).write(text)).isEqualTo(2));
        writing.runAll();

        assertThat(text.remaining()).isEqualTo(1);
        assertThat(writing.upload.written()).isEqualTo(bytes("ab"));
        var full = writing.inCallback(result, () -> to(result).write(text));
        writing.runAll();
        assertThat(full)
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(PendingException.class);
        assertThat(text.remaining()).isEqualTo(1);
    }

    @Test
    void aCloseThereCommitsAndTheOutcomeComesWithTheStop() throws Exception {
        var result = stream();
        writing.upload.ask(2);
        inCallback(
                result,
                () -> {
                    to(result).write(bytes("abc"));
                    to(result).close();
                    to(result).close();
                });
        writing.runAll();
        assertThat(writing.upload.isCommitting()).as("before all is written").isFalse();

        writing.upload.ask(1);
        writing.runAll();
        assertThat(writing.upload.isCommitting()).isTrue();
        assertThat(result.binding().result()).isEmpty();
        writing.upload.finish();
        writing.runAll();

        assertThat(writing.recorder.heard())
                .endsWith("progress:END_UPLOAD_DATA script:a", "stop:COMPLETED 3");
    }

    @Test
    void aCommitThatFailsIsTheOutcomeOnce() throws Exception {
        var result = stream();
        inCallback(result, () -> to(result).close());
        writing.runAll();

        writing.upload.finish(new BindException(Reason.STORAGE_FAILED, "full"));
        writing.runAll();

        assertThat(writing.recorder.heard()).endsWith("stop:FAILED STORAGE_FAILED");
        assertThat(writing.recorder.heard()).noneMatch(e -> e.contains("END_UPLOAD"));
    }

    @Test
    void afterACloseNothingIsTaken() throws Exception {
        var result = stream();
        writing.upload.ask(10);

        var late =
                writing.inCallback(
                        result,
                        () -> {
                            to(result).close();
                            to(result).write(1);
                        });
        writing.runAll();

        assertThat(late)
                .failsWithin(0, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("closed");
        assertThat(writing.upload.written()).isEmpty();
    }

    @Test
    void whoWaitsToWriteIsToldOfTheEnd() throws Exception {
        var result = stream();
        var ready = pending(result, "abc").toCompletableFuture();

        result.binding().abort();
        writing.runAll();

        assertThat(ready).isCompleted();
        assertThat(writing.recorder.heard()).endsWith("stop:ABORTED");
        assertThat(writing.upload.isAborted()).isTrue();
    }

    @Test
    void suspendedItTakesNothingUntilItIsResumed() throws Exception {
        var result = stream();
        writing.upload.ask(10);
        inCallback(result, () -> to(result).write(bytes("abc")));
        result.binding().suspend();
        writing.runAll();
        assertThat(writing.upload.written()).isEmpty();

        result.binding().resume();
        writing.runAll();

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
    }

    /** Though the driver asks meanwhile: that is not the time to try again. */
    @Test
    void suspendedItIsReadyOnceItIsResumed() throws Exception {
        var result = stream();
        var ready = pending(result, "abc").toCompletableFuture();
        result.binding().suspend();
        writing.upload.ask(10);
        writing.runAll();
        assertThat(ready).isNotDone();

        result.binding().resume();
        writing.runAll();

        assertThat(ready).isCompleted();
    }

    @Test
    void aCommitWaitsUntilItIsResumed() throws Exception {
        var result = stream();
        inCallback(
                result,
                () -> {
                    to(result).close();
                    result.binding().suspend();
                });
        writing.runAll();
        assertThat(writing.upload.isCommitting()).isFalse();

        result.binding().resume();
        writing.runAll();

        assertThat(writing.upload.isCommitting()).isTrue();
    }

    /** F-03, F-05: under a rate, raised while both move. */
    @Test
    void ofTwoThatWriteTheMoreUrgentGoesFirst() throws Exception {
        var limited =
                new EngineFixture(
                        new CoreSettings(
                                16, 1_000, CoreSettings.DEFAULT_MEMORY_BYTES, 0, directory));
        writing = new WriteFixture(limited, "a");
        var usual = stream();
        var other = new WriteFixture(limited, "b");
        var urgent = other.begin("b", OutputStream.class);
        limited.runAll();
        writing.upload.ask(5_000);
        other.upload.ask(5_000);
        inCallback(usual, () -> to(usual).write(new byte[5_000]));
        inCallback(urgent, () -> to(urgent).write(new byte[5_000]));
        limited.runAll();

        urgent.binding().setPriority(Priority.URGENT);
        for (int tick = 0; other.upload.written().length < 5_000; tick++) {
            assertThat(tick).as("ticks of a tenth of a second").isLessThan(60);
            limited.threads.clock.advance(Duration.ofMillis(100));
            limited.runAll();
        }

        assertThat(writing.upload.written()).hasSizeLessThan(2_000);
    }

    /** Asks for a byte at a time, and looks on which threads it is called. */
    private final class WatchedUpload implements Upload {

        private final List<Boolean> mayWait = new ArrayList<>();

        @Override
        public void start(Demand demand) {
            demand.request(1);
        }

        @Override
        public void write(ByteBuffer bytes) {
            mayWait.add(writing.fixture.threads.mayWait());
        }

        @Override
        public CompletionStage<Void> commit() {
            mayWait.add(writing.fixture.threads.mayWait());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void abort() {
            throw new AssertionError("it was committed");
        }
    }
}
