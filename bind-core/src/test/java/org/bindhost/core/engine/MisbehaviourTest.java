package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drivers and clients that do what they must not: it ends one bind, once, and no other. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class MisbehaviourTest {

    @TempDir Path directory;

    /** A body that has a bug in one of its methods, and otherwise does nothing. */
    private record BuggyBody(String where) implements Body {

        @Override
        public void start(Receiver receiver) {
            act("start");
        }

        @Override
        public void request(long bytes) {
            act("request");
        }

        @Override
        public void cancel() {
            act("cancel");
        }

        private void act(String here) {
            if (here.equals(where)) {
                throw new IllegalStateException("a bug");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "request"})
    void aBodyThatThrowsEndsItsBindAndNoOther(String where) throws BindException {
        var fixture = new EngineFixture(directory);
        var buggy = new Content.Found(announced(3), 0, new BuggyBody(where));
        fixture.driver.on("bad").answer(buggy);
        fixture.driver.on("good").content("abc");
        var bad = new Recorder(BindInfo.PUSH);
        var good = new Recorder(BindInfo.PUSH);

        fixture.bind("bad", bad, InputStream.class);
        fixture.bind("good", good, InputStream.class);
        fixture.runAll();

        assertThat(bad.heard()).endsWith("stop:FAILED BROKEN");
        assertThat(good.heard()).endsWith("stop:COMPLETED 3");
    }

    @Test
    void aBodyWhoseCancelThrowsStillLetsItsBindStop() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver
                .on("bad")
                .answer(new Content.Found(announced(3), 0, new BuggyBody("cancel")));
        var recorder = new Recorder(BindInfo.PUSH);
        var binding = fixture.bind("bad", recorder, InputStream.class).binding();
        fixture.runAll();

        assertThat(binding.abort()).isTrue();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
    }

    @Test
    void aDriverThatAnswersNothingEndsTheBind() throws BindException {
        var fixture = new EngineFixture(directory);
        var open = fixture.driver.on("bad").hold();
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("bad", recorder, InputStream.class);
        fixture.runAll();

        open.complete(null);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED BROKEN");
    }

    /** An ordinary thing in a framework: a class of the client's is gone. */
    @Test
    void aCallbackThatThrowsAnErrorFailsItsOwnBind() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "data",
                                () -> {
                                    throw new NoClassDefFoundError("gone");
                                });

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED CALLBACK_FAILED");
    }

    @Test
    void anExecutorThatThrowsAbortsTheBind() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        fixture.context.setOptions(
                BindOptions.DEFAULT.withExecutor(
                        turn -> {
                            throw new IllegalStateException("the display is disposed");
                        }));

        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();

        assertThat(result.content().toCompletableFuture()).isCompletedExceptionally();
        assertThat(fixture.engine.bindings()).isEmpty();
    }

    @Test
    void aDeadlineFarAwayIsNone() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        fixture.context.setOptions(BindOptions.DEFAULT.withDeadline(Instant.MAX));
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    /** Its channel is the driver's too. */
    @Test
    void withdrawnMeansThatNobodyReadsItsChannel() throws Exception {
        var fixture = new EngineFixture(directory);
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var inside = new AtomicInteger();
        var slow =
                new ReadableByteChannel() {
                    @Override
                    public int read(ByteBuffer into) {
                        inside.incrementAndGet();
                        reading.countDown();
                        awaitQuietly(goOn);
                        inside.decrementAndGet();
                        return -1;
                    }

                    @Override
                    public boolean isOpen() {
                        return true;
                    }

                    @Override
                    public void close() {}
                };
        fixture.driver
                .on("a")
                .answer(new Content.Blocking(announced(10), 0, slow, Optional.empty()));
        fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        var pool = new Thread(fixture::runAll, "pool");
        pool.start();
        reading.await();

        var left = new AtomicInteger(-1);
        var withdrawing =
                new Thread(
                        () -> {
                            fixture.engine.removeDriver("driver");
                            left.set(inside.get());
                        },
                        "withdrawing");
        withdrawing.start();
        while (withdrawing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        goOn.countDown();
        withdrawing.join();
        pool.join();

        assertThat(left).hasValue(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
