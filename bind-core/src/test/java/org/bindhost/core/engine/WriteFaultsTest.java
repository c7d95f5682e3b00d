package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thread that writes and waits, and everything that may come in between. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WriteFaultsTest {

    @TempDir Path directory;

    private WriteFixture writing;
    private OutputStream out;

    @BeforeEach
    void open() throws BindException {
        writing = new WriteFixture(directory);
        out = writing.open(OutputStream.class);
    }

    /** A thread that does something and then waits for more to be asked for. */
    private static final class Waiting {

        private final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Thread thread;

        Waiting(WriteFixture.Action action) {
            thread =
                    new Thread(
                            () -> {
                                try {
                                    action.run();
                                    end.complete(null);
                                } catch (Exception e) {
                                    end.completeExceptionally(e);
                                }
                            },
                            "writer");
            thread.setDaemon(true);
            thread.start();
            while (thread.getState() != Thread.State.WAITING && !end.isDone()) {
                Thread.onSpinWait();
            }
        }

        Throwable failure() {
            return end.handle((nothing, thrown) -> thrown).join();
        }
    }

    private static BindException cause(Throwable failure) {
        assertThat(failure).isInstanceOf(IOException.class);
        return (BindException) failure.getCause();
    }

    @Test
    void aWriteWaitsAndGoesOnAsMoreIsAskedFor() {
        writing.upload.ask(1);
        var writer = new Waiting(() -> out.write(bytes("abc")));
        assertThat(writing.upload.written()).isEqualTo(bytes("a"));

        writing.upload.ask(2);

        assertThat(writer.failure()).isNull();
        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
    }

    @Test
    void aChannelWritesAllWhereItMayWait() throws Exception {
        var other = new WriteFixture(directory);
        var channel = other.open(WritableByteChannel.class);
        other.upload.ask(1);
        var text = ByteBuffer.wrap(bytes("abc"));
        var writer = new Waiting(() -> assertThat(channel.write(text)).isEqualTo(3));

        other.upload.ask(2);

        assertThat(writer.failure()).isNull();
        assertThat(other.upload.written()).isEqualTo(bytes("abc"));
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void suspendedAWriterWaitsThoughThereIsRoom() {
        writing.upload.ask(10);
        var binding = writing.recorder.binding().orElseThrow();
        binding.suspend();
        var writer = new Waiting(() -> out.write(bytes("abc")));
        writing.runAll();
        assertThat(writing.upload.written()).isEmpty();

        binding.resume();
        while (!writer.end.isDone()) {
            writing.runAll(); // the writer may post a look at any moment
        }

        assertThat(writer.failure()).isNull();
        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
    }

    @Test
    void anAbortWakesTheWriter() {
        var writer = new Waiting(() -> out.write(bytes("abc")));

        writing.recorder.binding().orElseThrow().abort();

        assertThat(cause(writer.failure()).reason()).isEqualTo(Reason.ABORTED);
        assertThat(writing.upload.isAborted()).isTrue();
    }

    @Test
    void aDriverThatGoesEndsItOnce() {
        writing.upload.ask(1);
        var writer = new Waiting(() -> out.write(bytes("abc")));

        writing.fixture.engine.removeDriver("driver");
        writing.runAll();

        assertThat(cause(writer.failure()).reason()).isEqualTo(Reason.DRIVER_GONE);
        assertThat(writing.recorder.heard()).endsWith("stop:FAILED DRIVER_GONE");
        assertThat(writing.upload.isAborted()).isTrue();
        assertThatThrownBy(out::close).hasMessageContaining("is gone");
    }

    @Test
    void theDeadlineEndsIt() throws Exception {
        var limited =
                BindOptions.DEFAULT
                        .withMode(Mode.WRITE)
                        .withDeadline(Instant.now().plus(Duration.ofHours(1)));
        var upload = writing.fixture.driver.on("b").upload();
        var context = writing.fixture.binder.createBindContext(limited);
        var recorder = new Recorder(BindInfo.PUSH);
        context.registerCallback(recorder);
        var result =
                writing.fixture.binder.bindToStorage(
                        writing.fixture.name("b"), context, OutputStream.class);
        writing.runAll();
        var late = result.content().toCompletableFuture().join();
        var writer = new Waiting(() -> late.write(1));

        writing.fixture.threads.clock.advance(Duration.ofHours(1));
        writing.runAll();

        assertThat(cause(writer.failure()).reason()).isEqualTo(Reason.DEADLINE);
        assertThat(recorder.heard()).endsWith("stop:FAILED DEADLINE");
        assertThat(upload.isAborted()).isTrue();
    }

    /** A disk that is full, told by the write itself. */
    @Test
    void aWriteThatFailsIsOneFailure() {
        writing.upload.ask(10);
        writing.upload.refuse(new BindException(Reason.STORAGE_FAILED, "the disk is full"));

        assertThatThrownBy(() -> out.write(bytes("abc")))
                .hasMessage("the disk is full")
                .cause()
                .hasFieldOrPropertyWithValue("reason", Reason.STORAGE_FAILED);
        assertThatThrownBy(out::close).hasMessage("the disk is full");
        writing.runAll();

        assertThat(writing.recorder.heard())
                .filteredOn(e -> e.startsWith("stop"))
                .containsExactly("stop:FAILED STORAGE_FAILED");
        assertThat(writing.upload.isAborted()).isTrue();
        assertThat(writing.upload.isCommitting()).isFalse();
    }

    /** A disk that is full, told between two writes. */
    @Test
    void aDriverThatTakesNoMoreEndsIt() {
        var writer = new Waiting(() -> out.write(bytes("abc")));

        writing.upload.fail(new BindException(Reason.STORAGE_FAILED, "the disk is full"));

        assertThat(cause(writer.failure()).reason()).isEqualTo(Reason.STORAGE_FAILED);
    }

    /** Half of a write is no end: what another thread closes then is given up. */
    @Test
    void closedByAnotherThreadWhileItWritesItIsGivenUp() {
        writing.upload.ask(1);
        var writer = new Waiting(() -> out.write(bytes("abc")));

        assertThatThrownBy(out::close).hasMessageContaining("nothing was committed");
        writing.runAll();

        assertThat(writer.failure()).isInstanceOf(IOException.class);
        assertThat(writing.upload.isCommitting()).isFalse();
        assertThat(writing.upload.isAborted()).isTrue();
        assertThat(writing.recorder.heard()).endsWith("stop:ABORTED");
    }

    @Test
    void anInterruptedWriteSaysHowFarItCameAndCanGoOn() throws Exception {
        writing.upload.ask(1);
        var writer = new Waiting(() -> out.write(bytes("abc")));

        writer.thread.interrupt();
        assertThat(writer.failure())
                .isInstanceOfSatisfying(
                        InterruptedIOException.class,
                        e -> assertThat(e.bytesTransferred).isEqualTo(1));
        writing.upload.ask(2);
        out.write(bytes("bc"));

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
        assertThat(writing.recorder.binding().orElseThrow().result()).isEmpty();
    }

    @Test
    void anInterruptedCloseGoesOnWithTheCommit() {
        var closer = new Waiting(() -> out.close());
        assertThat(writing.upload.isCommitting()).isTrue();

        closer.thread.interrupt();
        assertThat(closer.failure()).isInstanceOf(InterruptedIOException.class);
        writing.upload.finish();
        writing.runAll();

        assertThat(writing.recorder.heard()).endsWith("stop:COMPLETED 0");
    }

    /** Places are for bytes that move; there are sixteen, and forty writers. */
    @Test
    void writersThatAreSlowHoldNobodyUp() throws Exception {
        for (int i = 0; i < 40; i++) {
            var name = "slow-" + i;
            var other = new WriteFixture(writing.fixture, name);
            other.begin(name, OutputStream.class);
            writing.runAll();
            other.upload.ask(1_000);
        }
        writing.upload.ask(10);

        out.write(bytes("abc"));

        assertThat(writing.upload.written()).isEqualTo(bytes("abc"));
    }
}
