package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.Priority;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.TurnByTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a bind call answers, and whose the bind is then: D-01 to D-04, D-12, D-14, D-33, D-40. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class StartedBindTest {

    @TempDir Path directory;

    private final Recorder recorder = new Recorder(BindInfo.PUSH);

    /** D-01, D-03: never both started and a result, though everything is there at once. */
    @Test
    void anAsynchronousCallReturnsBeforeAnythingIsAskedFor() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");

        var result = fixture.bind("a", recorder, InputStream.class);

        assertThat(result).isInstanceOf(BindResult.Started.class);
        assertThat(result.content().toCompletableFuture()).isNotDone();
        assertThat(recorder.heard()).containsExactly("info");
        assertThat(fixture.driver.requests()).isEmpty();

        fixture.runAll();
        assertThat(result.content().toCompletableFuture())
                .isCompletedWithValue((InputStream) recorder.data().orElseThrow().content());
    }

    /** D-04: what is missing is misuse, and the client is not even asked. */
    @Test
    void whatIsMissingIsMisuse() {
        var fixture = new EngineFixture(directory);
        var context = fixture.context;
        context.registerCallback(recorder);
        var name = fixture.name("a");
        var binder = fixture.binder;

        assertThatNullPointerException()
                .isThrownBy(() -> binder.bindToStorage(null, context, InputStream.class));
        assertThatNullPointerException()
                .isThrownBy(() -> binder.bindToStorage(name, null, InputStream.class));
        assertThatNullPointerException()
                .isThrownBy(() -> binder.bindToStorage(name, context, null));
        assertThatNullPointerException()
                .isThrownBy(() -> binder.bindToObject(null, context, String.class));
        assertThatNullPointerException()
                .isThrownBy(() -> binder.bindToObject(name, null, String.class));
        assertThatNullPointerException().isThrownBy(() -> binder.bindToObject(name, context, null));
        fixture.runAll();

        assertThat(recorder.heard()).isEmpty();
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** D-12: all but the first question come where the client wants them. */
    @Test
    void callbacksRunOnTheExecutorOfTheClient() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var theirs = new TurnByTurn();
        fixture.context.setOptions(BindOptions.DEFAULT.withExecutor(theirs));

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();
        assertThat(recorder.heard()).containsExactly("info");

        for (int round = 0; round < 20; round++) {
            theirs.runAll();
            fixture.runAll();
        }
        assertThat(recorder.heard()).startsWith("info", "start").endsWith("stop:COMPLETED 3");
    }

    /** D-14: a priority that is not answered is the usual one, one that throws makes no bind. */
    @Test
    void aPriorityThatThrowsMakesNoBind() {
        var fixture = new EngineFixture(directory);
        BindStatusCallback throwing =
                new DelegatingBindStatusCallback(recorder) {
                    @Override
                    public Optional<Priority> priority() {
                        throw new IllegalStateException("bug");
                    }
                };

        assertThatThrownBy(() -> fixture.bind("a", throwing, InputStream.class))
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", Reason.CALLBACK_FAILED);
        fixture.runAll();

        assertThat(recorder.heard()).containsExactly("info");
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** D-17: nothing answered is no answer. */
    @Test
    void aGetBindInfoThatThrowsOrAnswersNothingMakesNoBind() {
        var fixture = new EngineFixture(directory);
        BindStatusCallback silent = () -> null;
        BindStatusCallback throwing =
                () -> {
                    throw new IllegalStateException("bug");
                };

        for (var callback : new BindStatusCallback[] {silent, throwing}) {
            assertThatThrownBy(() -> fixture.bind("a", callback, InputStream.class))
                    .isInstanceOf(BindException.class)
                    .hasFieldOrPropertyWithValue("reason", Reason.CALLBACK_FAILED);
        }
        fixture.runAll();

        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** D-33: the driver is told while it looks for the resource. */
    @Test
    void abortedWhileItConnectsTheDriverIsToldAndNothingMoreIsHeard() throws BindException {
        var fixture = new EngineFixture(directory);
        var open = fixture.driver.on("a").hold();
        recorder.when("progress:CONNECTING", () -> recorder.binding().orElseThrow().abort());
        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        var status = open.request().orElseThrow().status();
        status.report(BindStatus.CONNECTING, "10.0.0.1");
        status.report(BindStatus.SENDING_REQUEST, "script:a");
        fixture.runAll();
        assertThat(open.isCancelled()).isTrue();
        open.complete(new Content.Found(announced(0), 0, new CountingBody()));
        fixture.runAll();

        assertThat(recorder.heard())
                .containsExactly("info", "start", "progress:CONNECTING 10.0.0.1", "stop:ABORTED");
    }

    /** Sends nothing, and counts how often it is given up. */
    private static final class CountingBody implements Body {

        final AtomicInteger cancelled = new AtomicInteger();

        @Override
        public void start(Receiver receiver) {}

        @Override
        public void request(long bytes) {}

        @Override
        public void cancel() {
            cancelled.incrementAndGet();
        }
    }

    /** D-33, D-35: once, however often it is aborted and whatever else ends. */
    @Test
    void theBodyIsCancelledOnce() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = new CountingBody();
        fixture.driver.on("a").answer(new Content.Found(announced(5), 0, body));
        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        fixture.runAll();

        var answers = new ArrayList<Boolean>();
        for (int round = 0; round < 3; round++) {
            answers.add(binding.abort());
            fixture.runAll();
        }
        fixture.context.close();
        fixture.runAll();

        assertThat(answers).containsExactly(true, false, false);
        assertThat(body.cancelled).hasValue(1);
        assertThat(recorder.heard()).filteredOn(heard -> heard.startsWith("stop")).hasSize(1);
    }

    /** D-40: nobody but the engine knows of it, and it goes on. */
    @Test
    void lettingGoOfTheHandleEndsNothing() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abc"), announced(3), 0);
        var heard = new ArrayList<String>();
        BindStatusCallback forgetful =
                new DelegatingBindStatusCallback(() -> BindInfo.PUSH) {
                    @Override
                    public void onStopBinding(BindOutcome outcome) {
                        heard.add(outcome.state().name());
                    }
                };
        fixture.bind("a", forgetful, InputStream.class);
        fixture.runAll();

        for (int round = 0; round < 5; round++) {
            System.gc();
        }
        body.deliverAll();
        fixture.runAll();

        assertThat(heard).containsExactly("COMPLETED");
    }
}
