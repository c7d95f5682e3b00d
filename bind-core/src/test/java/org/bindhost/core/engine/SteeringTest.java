package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.storage.PendingException;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Abort, suspend and resume at the moments where they meet something else: D-33, F-01. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SteeringTest {

    @TempDir Path directory;

    @Test
    void suspendedInItsLastNoticeItStopsOnceResumed() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when("data:first,last", () -> recorder.binding().orElseThrow().suspend());
        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        fixture.runAll();

        binding.resume();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first,last:3", "stop:COMPLETED 3");
    }

    /** What a callback does takes effect before the next callback. */
    @ParameterizedTest
    @CsvSource({
        "progress:MIME, progress:MIME_TYPE_AVAILABLE application/octet-stream",
        "progress:BEGIN, progress:BEGIN_DOWNLOAD_DATA script:a",
        "progress:END, progress:END_DOWNLOAD_DATA script:a"
    })
    void abortedInProgressItHearsNothingButTheStop(String event, String last) throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when(event, () -> recorder.binding().orElseThrow().abort());

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith(last, "stop:ABORTED");
    }

    /** The two threads meet by chance, so it is tried often; one bind that stays is a failure. */
    @Test
    void suspendAndResumeAtOnceLeaveTheTransferAsTheBindIs() throws Exception {
        int stuck = 0;
        for (int round = 0; round < 1_000; round++) {
            var fixture = new EngineFixture(directory);
            fixture.driver.on("a").content("abc");
            var binding =
                    fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class).binding();
            fixture.threads.turns.runNext();
            var ready = new AtomicInteger();
            var other =
                    new Thread(
                            () -> {
                                meet(ready);
                                binding.suspend();
                            });
            other.start();
            meet(ready);
            while (!binding.resume() && other.isAlive()) {
                Thread.onSpinWait();
            }
            other.join();
            binding.resume();
            fixture.runAll();
            stuck += binding.state().isTerminal() ? 0 : 1;
        }
        assertThat(stuck).isZero();
    }

    private static void meet(AtomicInteger ready) {
        ready.incrementAndGet();
        while (ready.get() < 2) {
            Thread.onSpinWait();
        }
    }

    /** Whoever waits for data by {@link PendingException#ready()} is not woken by the driver. */
    @Test
    void aReaderThatIsWokenDoesNotHoldTheDriver() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(new byte[1_000], announced(1_000), 0);
        var recorder = new Recorder(BindInfo.PULL);
        var reader =
                new Object() {
                    InputStream in;

                    void more() {
                        try {
                            while (in.read(new byte[50]) >= 0) {
                                Thread.onSpinWait();
                            }
                        } catch (PendingException e) {
                            e.ready().thenRun(this::more);
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    }
                };
        recorder.when(
                "data:first",
                () -> {
                    reader.in = recorder.data().orElseThrow().content(InputStream.class);
                    reader.more();
                });
        fixture.bind("a", recorder, InputStream.class);
        body.deliver(100);
        fixture.runAll();

        var driver = new Thread(body::deliverAll, "driver");
        driver.setDaemon(true);
        driver.start();
        driver.join(TimeUnit.SECONDS.toMillis(10));

        assertThat(driver.isAlive()).isFalse();
    }

    /** S-05: what has appeared has appeared. */
    @Test
    void whatIsCommittedCannotBeAborted() throws Exception {
        var fixture = new EngineFixture(directory);
        var upload = fixture.driver.on("a").upload();
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT.withMode(Mode.WRITE));
        var recorder = new Recorder(BindInfo.PUSH);
        context.registerCallback(recorder);
        var result = fixture.binder.bindToStorage(fixture.name("a"), context, OutputStream.class);
        fixture.runAll();
        upload.ask(10);
        var out = result.content().toCompletableFuture().join();
        out.write(bytes("abc"));
        var closer = new Thread(() -> closeQuietly(out), "closer");
        closer.start();
        while (!upload.isCommitting()) {
            Thread.onSpinWait();
        }

        upload.finish();
        closer.join();

        assertThat(result.binding().abort()).isFalse();
        fixture.runAll();
        assertThat(recorder.heard())
                .endsWith("progress:END_UPLOAD_DATA script:a", "stop:COMPLETED 3");
    }

    private static void closeQuietly(OutputStream out) {
        try {
            out.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
