package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindState;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Writing, on real threads because a stream that is written to waits. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WritingTest {

    @TempDir Path directory;

    private final ScriptedDriver driver = new ScriptedDriver();
    private final Moniker name = Moniker.of(driver.part("a"));
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(driver));
        context = core.binder().createBindContext(BindOptions.DEFAULT.withMode(Mode.WRITE));
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
    }

    private Optional<String> written() throws BindException, IOException {
        var reading = core.binder().createBindContext(BindOptions.DEFAULT);
        try (var in =
                ((BindResult.Bound<InputStream>)
                                core.binder().bindToStorage(name, reading, InputStream.class))
                        .value()) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
            return Optional.empty();
        } finally {
            reading.close();
        }
    }

    @Test
    void whatIsWrittenAppearsWholeWhenItIsClosed() throws Exception {
        var result = core.binder().bindToStorage(name, context, OutputStream.class);
        var out = result.content().toCompletableFuture().join();

        out.write(bytes("abc"));
        assertThat(written()).isEmpty();
        out.write(bytes("de"));
        out.close();

        assertThat(written()).contains("abcde");
        assertThat(result.binding().result().orElseThrow().state()).isEqualTo(BindState.COMPLETED);
    }

    @Test
    void moreThanTheDriverAsksForAtOnceWaitsForIt() throws Exception {
        var upload = driver.on("a").upload();
        var out =
                core.binder()
                        .bindToStorage(name, context, OutputStream.class)
                        .content()
                        .toCompletableFuture()
                        .join();
        upload.ask(3);
        out.write(bytes("abc"));

        var more = CompletableFuture.runAsync(() -> write(out, "de"));
        assertThat(more).isNotDone();
        upload.ask(2);
        more.join();

        assertThat(upload.written()).isEqualTo(bytes("abcde"));
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(bytes(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAbortLeavesNothing() throws Exception {
        var result = core.binder().bindToStorage(name, context, OutputStream.class);
        var out = result.content().toCompletableFuture().join();
        out.write(bytes("abc"));

        result.binding().abort();

        assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(out::close).isInstanceOf(IOException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void aDriverThatCannotBeginFailsTheCall() {
        driver.on("a").uploadFailure(new BindException(Reason.ACCESS_DENIED, "not yours"));

        assertThatThrownBy(() -> core.binder().bindToStorage(name, context, OutputStream.class))
                .isInstanceOf(BindException.class)
                .hasMessage("not yours");
    }

    @Test
    void anAsynchronousWritingTellsOfItsProgress() throws Exception {
        var uploading = new CompletableFuture<Void>();
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when("progress:UPLOADING", () -> uploading.complete(null));
        context.registerCallback(recorder);
        var result = core.binder().bindToStorage(name, context, OutputStream.class);

        var out = result.content().toCompletableFuture().get();
        out.write(bytes("abc"));
        uploading.join();
        out.close();
        recorder.stopped().toCompletableFuture().join();

        assertThat(recorder.heard())
                .containsSubsequence(
                        "info",
                        "start",
                        "progress:BEGIN_UPLOAD_DATA script:a",
                        "progress:UPLOADING_DATA script:a",
                        "progress:END_UPLOAD_DATA script:a",
                        "stop:COMPLETED 3");
    }
}
