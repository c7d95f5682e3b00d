package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindState;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.inspect.BindingSnapshot;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands to the left of a name, as bytes: fetched by a bind that ends with its owner. */
class LeftOperandTest {

    @TempDir Path directory;

    private final TailNames tails = new TailNames();
    private static final Set<BindFlag> FLAGS =
            EnumSet.of(BindFlag.ASYNCHRONOUS, BindFlag.NO_REDIRECTS);

    private Recorder recorder = new Recorder(BindInfo.PUSH);

    private EngineFixture fixture(int transfers) {
        var defaults = CoreSettings.defaults(directory);
        var fixture =
                new EngineFixture(
                        new CoreSettings(
                                        transfers,
                                        defaults.bytesPerSecond(),
                                        defaults.memoryBytes(),
                                        defaults.spoolBytes(),
                                        directory)
                                .withPolicy(BindPolicy.OPEN));
        fixture.engine.addDriver(tails, new DriverTraits("tail", "tail", List.of(), 0), tails);
        return fixture;
    }

    private BindResult<InputStream> bind(EngineFixture fixture, String name) throws BindException {
        fixture.context.registerCallback(recorder);
        return fixture.binder.bindToStorage(
                fixture.parse(name), fixture.context, InputStream.class);
    }

    /** With one place for all transfers the fetch would wait for its owner, and that for it. */
    @ParameterizedTest
    @ValueSource(strings = {"script:a!tail-3", "script:a!tail-1!tail-2", "script:a!from-1!tail-2"})
    void aDriverReadsWhatStandsToItsLeft(String name) throws Exception {
        var fixture = fixture(1);
        fixture.driver.on("a").content("abcdef");

        var result = bind(fixture, name);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
        var in = result.content().toCompletableFuture().join();
        assertThat(in.readAllBytes()).isEqualTo(bytes("def"));
        in.close();
    }

    @Test
    void whatWasFetchedIsGoneWhenTheBindIsOver() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").content("abcdef");

        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        assertThat(tails.files).hasSize(1).noneMatch(Files::exists);
        assertThat(fixture.engine.bindings()).isEmpty();
    }

    @Test
    void aFailureToTheLeftIsTheOutcome() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").failure(new BindException(Reason.NOT_FOUND, "no a, says the test"));

        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED NOT_FOUND");
    }

    @Test
    void aShortBodyToTheLeftIsTheOutcome() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").content(bytes("abc"), announced(6));

        bind(fixture, "script:a!tail-1");
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED TRUNCATED");
        assertThat(left(directory)).isEmpty();
    }

    @Test
    void anAbortEndsTheFetchToo() throws Exception {
        var fixture = fixture(8);
        ScriptedBody body = fixture.driver.on("a").body(bytes("abcdef"), announced(6), 0);
        bind(fixture, "script:a!tail-3");
        fixture.runAll();
        body.deliver(2);
        fixture.runAll();

        recorder.binding().orElseThrow().abort();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(body.isCancelled()).isTrue();
        assertThat(fixture.engine.bindings()).isEmpty();
        assertThat(left(directory)).isEmpty();
    }

    @Test
    void theFetchIsSteeredWithItsOwner() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").body(bytes("abcdef"), announced(6), 0);
        bind(fixture, "script:a!tail-3");
        fixture.runAll();
        var owner = recorder.binding().orElseThrow();

        owner.setPriority(Priority.URGENT);
        owner.suspend();

        assertThat(fixture.engine.bindings())
                .hasSize(2)
                .extracting(BindingSnapshot::priority)
                .containsOnly(Priority.URGENT);
        assertThat(fixture.engine.bindings())
                .extracting(BindingSnapshot::state)
                .containsOnly(BindState.SUSPENDED);
        owner.resume();
        assertThat(fixture.engine.bindings())
                .extracting(BindingSnapshot::state)
                .containsOnly(BindState.ACTIVE);
    }

    /** Suspended before it asks for its left, which then has not had its first turn. */
    @Test
    void whatIsAskedForWhileSuspendedIsHeldAtOnce() throws Exception {
        var fixture = fixture(8);
        ScriptedBody body = fixture.driver.on("a").body(bytes("abcdef"), announced(6), 0);
        tails.asks = () -> recorder.binding().orElseThrow().suspend();
        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        assertThat(fixture.engine.bindings())
                .hasSize(2)
                .extracting(BindingSnapshot::state)
                .containsOnly(BindState.SUSPENDED);
        assertThat(body.granted()).isZero();

        recorder.binding().orElseThrow().resume();
        body.deliverAll();
        fixture.runAll();
        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    @Test
    void anAbortWhileItAsksEndsTheFetch() throws Exception {
        var fixture = fixture(8);
        ScriptedBody body = fixture.driver.on("a").body(bytes("abcdef"), announced(6), 0);
        tails.asks = () -> recorder.binding().orElseThrow().abort();
        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(fixture.engine.bindings()).isEmpty();
        assertThat(body.granted()).isZero();
    }

    /** What a client accepts it accepts of what it asked for. */
    @Test
    void theFetchAcceptsAnythingAndKeepsWhoAsksAndUntilWhen() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").content("abcdef");
        var deadline = Instant.now().plusSeconds(3600);
        var requester = new Requester("somebody", Optional.of("a document"));
        fixture.context.setAccepted(List.of(MediaRange.of("image/png")));
        fixture.context.setOptions(
                fixture.context.options().withDeadline(deadline).withRequester(requester));
        recorder = new Recorder(new BindInfo(FLAGS, BindInfo.GET, Optional.empty(), ""));

        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        var request = fixture.driver.requests().get(0);
        assertThat(request.accepted()).containsExactly(MediaRange.ANY);
        assertThat(request.deadline()).contains(deadline);
        assertThat(request.requester()).isEqualTo(requester);
        assertThat(request.info().has(BindFlag.NO_REDIRECTS)).isTrue();
    }

    @Test
    void aDriverThatLeavesUnderTheFetchEndsBoth() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").body(bytes("abcdef"), announced(6), 0);
        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        fixture.engine.removeDriver("driver");
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED DRIVER_GONE");
        assertThat(fixture.engine.bindings()).isEmpty();
    }

    @Test
    void aDriverThatMayWaitGoesOnWhereItMay() throws Exception {
        var fixture = fixture(8);
        fixture.driver.on("a").content("abcdef");
        var mayWait = new ArrayList<Boolean>();
        tails.goesOn = () -> mayWait.add(fixture.threads.mayWait());

        bind(fixture, "script:a!tail-3");
        fixture.runAll();

        assertThat(mayWait).containsExactly(true);
    }

    /** S-07: nothing of a driver runs once it was withdrawn, at whatever turn that was. */
    @Test
    void aDriverThatHasGoneDoesNotGoOn() throws Exception {
        for (int turns = 0; turns < 40; turns++) {
            var fixture = fixture(8);
            fixture.driver.on("a").content("abcdef");
            recorder = new Recorder(BindInfo.PUSH);
            bind(fixture, "script:a!tail-3");
            for (int turn = 0; turn < turns && fixture.threads.turns.waiting() > 0; turn++) {
                fixture.threads.turns.runNext();
            }
            var wentOn = new ArrayList<Integer>();

            fixture.engine.removeDriver(tails);
            int now = turns;
            tails.goesOn = () -> wentOn.add(now);
            fixture.runAll();

            assertThat(wentOn).isEmpty();
            assertThat(fixture.engine.bindings()).isEmpty();
            tails.goesOn = () -> {};
        }
    }

    private static List<Path> left(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.toList();
        }
    }
}
