package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Synchronous binds, on real threads because they wait: D-02, D-26, D-33. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SynchronousBindTest {

    @TempDir Path directory;

    private final ScriptedDriver driver = new ScriptedDriver();
    private final Moniker name = Moniker.of(driver.part("a"));
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        core = BindCore.open("test", CoreSettings.defaults(directory), List.of(driver));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        assertThat(directory).isEmptyDirectory();
    }

    private InputStream read() throws BindException {
        var result = core.binder().bindToStorage(name, context, InputStream.class);
        return ((Bound<InputStream>) result).value();
    }

    /** D-02: without a callback every name is synchronous. */
    @Test
    void withoutACallbackTheCallReturnsTheResult() throws Exception {
        driver.on("a").content("abc");

        assertThat(read()).hasContent("abc");
    }

    /** D-02: the callbacks still come, on the calling thread, before the call returns. */
    @Test
    void callbacksComeOnTheCallingThreadBeforeTheCallReturns() throws Exception {
        driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.SYNCHRONOUS);
        var threads = new ConcurrentLinkedQueue<Thread>();
        recorder.when("data", () -> threads.add(Thread.currentThread()));
        context.registerCallback(recorder);

        read();

        assertThat(recorder.heard()).startsWith("info", "start").endsWith("stop:COMPLETED 3");
        assertThat(threads).containsOnly(Thread.currentThread());
    }

    @Test
    void whoeverWaitsForAStartedBindGetsItsResultOrItsFailure() throws Exception {
        context.registerCallback(() -> BindInfo.PULL);
        driver.on("a").content("abc");
        assertThat(core.binder().bindToStorage(name, context, InputStream.class).await())
                .hasContent("abc");

        var failure = new BindException(Reason.NOT_FOUND, "nothing there");
        driver.on("a").failure(failure);
        var failing = core.binder().bindToStorage(name, context, InputStream.class);
        assertThatThrownBy(failing::await).isSameAs(failure);
    }

    /** D-26: the call fails with what the stop said. */
    @Test
    void theCallFailsWithTheOutcome() {
        var failure = new BindException(Reason.NOT_FOUND, "nothing there");
        driver.on("a").failure(failure);
        var recorder = new Recorder(BindInfo.SYNCHRONOUS);
        context.registerCallback(recorder);

        assertThatThrownBy(this::read).isSameAs(failure);

        assertThat(recorder.heard()).endsWith("stop:FAILED NOT_FOUND");
    }

    /** D-32, D-38, X-9. */
    @ParameterizedTest
    @ValueSource(strings = {"start", "progress:BEGIN", "data"})
    void aRefusalOfTheClientIsWhatTheCallThrows(String event) {
        driver.on("a").content("abc");
        var refusal = new BindException(Reason.DENIED_BY_POLICY, "not today");
        var recorder = new Recorder(BindInfo.SYNCHRONOUS);
        recorder.when(
                event,
                () -> {
                    throw refusal;
                });
        context.registerCallback(recorder);

        assertThatThrownBy(this::read).isSameAs(refusal);

        assertThat(recorder.heard()).endsWith("stop:FAILED DENIED_BY_POLICY");
    }

    @Test
    void anAbortFromElsewhereEndsTheCall() throws Exception {
        driver.on("a").hold();
        var recorder = new Recorder(BindInfo.SYNCHRONOUS);
        var started = new CompletableFuture<Void>();
        recorder.when("start", () -> started.complete(null));
        context.registerCallback(recorder);
        var aborted = started.thenRunAsync(() -> recorder.binding().orElseThrow().abort());

        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        BindException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ABORTED));
        aborted.join();
    }

    /** A synchronous bind would make an engine thread wait, and so fails at once. */
    @Test
    void onAnEngineThreadItFailsAtOnce() throws Exception {
        driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);
        var reasons = new CompletableFuture<Reason>();
        var second = core.binder().createBindContext(BindOptions.DEFAULT);
        recorder.when(
                "data",
                () -> {
                    try {
                        core.binder().bindToStorage(name, second, InputStream.class);
                    } catch (BindException e) {
                        reasons.complete(e.reason());
                    }
                });
        context.registerCallback(recorder);
        core.binder().bindToStorage(name, context, InputStream.class);

        assertThat(reasons.join()).isEqualTo(Reason.WOULD_WAIT);
        second.close();
    }

    @Test
    void aClosedContextRefusesBinds() {
        context.close();

        assertThatThrownBy(this::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTypeNobodyHasIsUnsupported() {
        driver.on("a").content("abc");

        assertThatThrownBy(() -> core.binder().bindToStorage(name, context, String.class))
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    /** The mode of a context is about bytes: an object is bound alike in either. */
    @Test
    void anObjectIsBoundSynchronouslyInAContextForWritingToo() {
        context.setOptions(BindOptions.DEFAULT.withMode(BindOptions.Mode.WRITE));

        assertThatThrownBy(() -> core.binder().bindToObject(name, context, String.class))
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.UNSUPPORTED));
    }

    @Test
    void closingTheEngineLeavesNoThread() throws Exception {
        driver.on("a").content("abc");
        read();

        core.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(thread -> thread.startsWith("bindhost-"));
    }
}
