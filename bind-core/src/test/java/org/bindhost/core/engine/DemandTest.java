package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.core.CoreSettings;
import org.bindhost.spi.Content;
import org.bindhost.storage.PendingException;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pull, push, suspend and the bounds of a spool: E-01 to E-05, F-01, D-21, X-20. */
class DemandTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir Path directory;

    private final byte[] content = randomBytes(4 * MEGABYTE);

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private ScriptedBody body(EngineFixture fixture) {
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        body.deliverAll();
        return body;
    }

    private static InputStream stream(BindResult<InputStream> result) {
        return result.content().toCompletableFuture().join();
    }

    /** E-02: what was granted never exceeds what was read by more than one portion. */
    @Test
    void aPullGrantsTheNextPortionOnlyWhenTheLastWasRead() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = body(fixture);
        var result = fixture.bind("a", new Recorder(BindInfo.PULL), InputStream.class);
        fixture.runAll();
        var in = stream(result);

        assertThat(body.granted()).isEqualTo(Demand.PULL_BYTES);
        long read = in.readNBytes((int) Demand.PULL_BYTES - 1).length;
        assertThat(body.granted()).isEqualTo(Demand.PULL_BYTES);
        while (read < content.length) {
            read += in.readNBytes(1_000).length;
            assertThat(body.granted() - read).isLessThanOrEqualTo(Demand.PULL_BYTES);
        }
    }

    @Test
    void aPullDeliversEveryByteOnce() throws Exception {
        var fixture = new EngineFixture(directory);
        body(fixture);
        var recorder = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(stream(result).readAllBytes()).isEqualTo(content);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + content.length);
    }

    /** E-03: a push that nobody reads is driven to its end, beyond memory on disk. */
    @Test
    void aPushIsDrivenToItsEndThoughNobodyReads() throws Exception {
        var fixture = new EngineFixture(directory);
        body(fixture);
        var recorder = new Recorder(BindInfo.PUSH);

        var result = fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(stream(result).readAllBytes()).isEqualTo(content);
    }

    /** */
    @Test
    void aPushBeyondTheBoundOfTheSpoolFails() throws Exception {
        var fixture = new EngineFixture(new CoreSettings(1, 0, MEGABYTE, MEGABYTE, directory));
        body(fixture);
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(directory).isEmptyDirectory();
    }

    /** F-01: no grant and no callback while suspended; then on from the same byte. */
    @Test
    void aSuspendedBindStaysSilentAndGoesOnWhereItStopped() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        var recorder = new Recorder(BindInfo.PUSH);
        var result = fixture.bind("a", recorder, InputStream.class);
        body.deliver(1_000);
        fixture.runAll();

        assertThat(result.binding().suspend()).isTrue();
        assertThat(result.binding().suspend()).isFalse();
        int heard = recorder.heard().size();
        long granted = body.granted();
        body.deliverAll();
        fixture.runAll();
        assertThat(recorder.heard()).hasSize(heard);
        assertThat(body.granted()).isEqualTo(granted);

        assertThat(result.binding().resume()).isTrue();
        fixture.runAll();
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(stream(result).readAllBytes()).isEqualTo(content);
    }

    @Test
    void suspendedInOnStartBindingItAsksForNothingUntilResumed() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when("start", () -> recorder.binding().orElseThrow().suspend());

        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        fixture.runAll();
        assertThat(fixture.driver.requests()).isEmpty();

        binding.resume();
        fixture.runAll();
        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    @Test
    void aSuspendedBindCanBeAborted() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        var recorder = new Recorder(BindInfo.PUSH);
        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        body.deliver(1_000);
        fixture.runAll();
        binding.suspend();
        body.deliver(1_000);
        fixture.runAll();

        binding.abort();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first:1000", "stop:ABORTED");
    }

    /** D-21: none yet is pending, and after the last byte there is the end, however often asked. */
    @Test
    void readingInsideACallbackNeverWaits() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        var recorder = new Recorder(BindInfo.PULL);
        var seen =
                new Object() {
                    boolean pending;
                };
        recorder.when(
                "data:first",
                () -> {
                    var in = recorder.data().orElseThrow().content(InputStream.class);
                    try {
                        in.readNBytes(in.available());
                        in.read();
                    } catch (PendingException e) {
                        seen.pending = !e.ready().toCompletableFuture().isDone();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
        fixture.bind("a", recorder, InputStream.class);
        body.deliver(100);

        fixture.runAll();

        assertThat(seen.pending).isTrue();
    }

    /** D-33: a result already handed out gives no more data. */
    @Test
    void afterAbortReadingFails() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        body.deliver(100);
        var result = fixture.bind("a", new Recorder(BindInfo.PULL), InputStream.class);
        fixture.runAll();

        result.binding().abort();

        assertThatThrownBy(() -> stream(result).read())
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(BindException.class);
    }

    @Test
    void closingAPulledStreamAbortsItsBind() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        body.deliver(100);
        var recorder = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        stream(result).close();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(body.isCancelled()).isTrue();
    }

    /** Whoever has read to the end and closes has what it wanted. */
    @Test
    void closingAPulledStreamAtItsEndCompletesItsBind() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PULL);
        recorder.when(
                "data:first",
                () -> {
                    try (var in = recorder.data().orElseThrow().content(InputStream.class)) {
                        in.readAllBytes();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    /** A channel is a driver's, and may do anything. */
    @Test
    void aChannelThatThrowsEndsItsBind() throws Exception {
        var fixture = new EngineFixture(directory);
        var channel =
                new ReadableByteChannel() {
                    @Override
                    public int read(ByteBuffer into) {
                        throw new IllegalStateException("bug");
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
                .answer(new Content.Blocking(announced(3), 0, channel, Optional.empty()));
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED STORAGE_FAILED");
    }

    /** D-25. */
    @Test
    void aPathIsCompleteAtTheLastNoticeAndGoneWithItsContext() throws Exception {
        var fixture = new EngineFixture(directory);
        body(fixture);
        var recorder = new Recorder(BindInfo.PUSH);
        var result = fixture.bind("a", recorder, Path.class);
        fixture.runAll();

        Path file = result.content().toCompletableFuture().join();
        assertThat(recorder.heard()).contains("data:first,last:" + content.length);
        assertThat(Files.readAllBytes(file)).isEqualTo(content);

        fixture.context.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anAbortedPathLeavesNoFile() throws Exception {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        body.deliver(100);
        var binding = fixture.bind("a", new Recorder(BindInfo.PUSH), Path.class).binding();
        fixture.runAll();

        binding.abort();
        fixture.runAll();

        assertThat(directory).isEmptyDirectory();
    }
}
