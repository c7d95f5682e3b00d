package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.InputStream;
import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindState;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.spi.Content;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a callback hears, and in which order: D-05 to D-10, D-17, D-26, D-31 to D-38. */
class CallbackOrderTest {

    @TempDir Path directory;

    private EngineFixture fixture() {
        return new EngineFixture(directory);
    }

    /** D-06. */
    @Test
    void hearsEverythingOfANetworkedResourceInTheCanonicalOrder() throws BindException {
        var fixture = fixture();
        var open = fixture.driver.on("a").hold();
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        var status = open.request().orElseThrow().status();
        status.report(BindStatus.FINDING_RESOURCE, "host");
        status.report(BindStatus.CONNECTING, "10.0.0.1");
        status.report(BindStatus.SENDING_REQUEST, "script:a");
        var body = fixture.driver.on("b").body(bytes("abcde"), announced(5), 0);
        open.complete(new Content.Found(announced(5), 0, body));
        body.deliver(2);
        fixture.runAll();
        body.deliver(2);
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(recorder.heard())
                .containsExactly(
                        "info",
                        "start",
                        "progress:FINDING_RESOURCE host",
                        "progress:CONNECTING 10.0.0.1",
                        "progress:SENDING_REQUEST script:a",
                        "progress:MIME_TYPE_AVAILABLE text/plain",
                        "progress:BEGIN_DOWNLOAD_DATA script:a",
                        "data:first:2",
                        "progress:DOWNLOADING_DATA script:a",
                        "data:4",
                        "progress:END_DOWNLOAD_DATA script:a",
                        "data:last:5",
                        "stop:COMPLETED 5");
    }

    /** D-09. */
    @Test
    void whatIsThereAtOnceIsFirstAndLast() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first,last:3", "stop:COMPLETED 3");
    }

    /** D-09, for no bytes at all. */
    @Test
    void anEmptyResourceIsFirstAndLastToo() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("");
        var recorder = new Recorder(BindInfo.PULL);

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first,last:0", "stop:COMPLETED 0");
    }

    /** D-31 and D-10: one outcome for result, stage and stop. */
    @Test
    void resultStageAndStopTellOneOutcome() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH);

        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        assertThat(binding.result()).isEmpty();
        fixture.runAll();

        BindOutcome outcome = binding.result().orElseThrow();
        assertThat(binding.completion().toCompletableFuture().join()).isSameAs(outcome);
        assertThat(recorder.stopped().toCompletableFuture().join()).isSameAs(outcome);
        assertThat(binding.state()).isEqualTo(BindState.COMPLETED);
    }

    /** D-17. */
    @Test
    void aFailingGetBindInfoMakesNoBind() {
        var fixture = fixture();
        var refusal = new BindException(Reason.CALLBACK_FAILED, "no");
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "info",
                                () -> {
                                    throw refusal;
                                });

        assertThatThrownBy(() -> fixture.bind("a", recorder, InputStream.class)).isSameAs(refusal);
        fixture.runAll();

        assertThat(recorder.heard()).containsExactly("info");
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** D-32. */
    @Test
    void aRefusedStartAsksForNothingAndIsTheOutcome() throws BindException {
        var fixture = fixture();
        var refusal = new BindException(Reason.DENIED_BY_POLICY, "not today");
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "start",
                                () -> {
                                    throw refusal;
                                });

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard())
                .containsExactly("info", "start", "stop:FAILED DENIED_BY_POLICY");
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** */
    @Test
    void mayBeAbortedFromOnStartBinding() throws BindException {
        var fixture = fixture();
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when("start", () -> recorder.binding().orElseThrow().abort());

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).containsExactly("info", "start", "stop:ABORTED");
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** D-10: only who heard the start hears the stop. */
    @Test
    void abortedBeforeItsFirstTurnHearsNothing() throws BindException {
        var fixture = fixture();
        var recorder = new Recorder(BindInfo.PUSH);

        BindResult<InputStream> result = fixture.bind("a", recorder, InputStream.class);
        result.binding().abort();
        fixture.runAll();

        assertThat(recorder.heard()).containsExactly("info");
        assertThat(result.binding().completion().toCompletableFuture()).isDone();
        assertThat(result.content().toCompletableFuture()).isCompletedExceptionally();
    }

    /** D-26. */
    @Test
    void aDriverThatFailsToOpenIsTheOutcome() throws BindException {
        var fixture = fixture();
        var failure = new BindException(Reason.UNREACHABLE, "nobody there");
        fixture.driver.on("a").failure(failure);
        var recorder = new Recorder(BindInfo.PUSH);

        var result = fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard()).containsExactly("info", "start", "stop:FAILED UNREACHABLE");
        assertThatThrownBy(() -> result.content().toCompletableFuture().join()).hasCause(failure);
    }

    /** D-33 and D-35. */
    @Test
    void afterAbortHearsOnlyStopAndASecondAbortDoesNothing() throws BindException {
        var fixture = fixture();
        var body = fixture.driver.on("a").body(bytes("abcde"), announced(5), 0);
        var recorder = new Recorder(BindInfo.PUSH);
        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        body.deliver(2);
        fixture.runAll();

        assertThat(binding.abort()).isTrue();
        assertThat(binding.abort()).isFalse();
        body.deliverAll();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first:2", "stop:ABORTED");
        assertThat(body.isCancelled()).isTrue();
    }

    /** D-39 and X-9: abort, as an answer from a callback. */
    @Test
    void anAbortingAnswerFromProgressAborts() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("abc");
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "progress:BEGIN",
                                () -> {
                                    throw new BindException(Reason.ABORTED, "enough");
                                });

        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        assertThat(recorder.heard())
                .endsWith("progress:BEGIN_DOWNLOAD_DATA script:a", "stop:ABORTED");
    }

    /** D-38. */
    @Test
    void refusedDataEndsTheTransferWithTheClientsAnswer() throws BindException {
        var fixture = fixture();
        var body = fixture.driver.on("a").body(bytes("abcde"), announced(5), 0);
        var refusal = new BindException(Reason.UNSUPPORTED, "not my kind");
        var recorder =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "data",
                                () -> {
                                    throw refusal;
                                });
        fixture.bind("a", recorder, InputStream.class);
        body.deliver(2);

        fixture.runAll();

        assertThat(recorder.heard())
                .endsWith(
                        "data:first:2",
                        "progress:END_DOWNLOAD_DATA script:a",
                        "stop:FAILED UNSUPPORTED");
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void aCallbackThatThrowsFailsItsOwnBindOnly() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("abc");
        fixture.driver.on("b").content("abc");
        var bad =
                new Recorder(BindInfo.PUSH)
                        .when(
                                "data",
                                () -> {
                                    throw new IllegalStateException("bug");
                                });
        var good = new Recorder(BindInfo.PUSH);

        fixture.bind("a", bad, InputStream.class);
        fixture.bind("b", good, InputStream.class);
        fixture.runAll();

        assertThat(bad.heard()).endsWith("stop:FAILED CALLBACK_FAILED");
        assertThat(good.heard()).endsWith("stop:COMPLETED 3");
    }

    @Test
    void fewerBytesThanAnnouncedAreAFailure() throws BindException {
        var fixture = fixture();
        var body = fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("a", recorder, InputStream.class);
        body.deliverAll();

        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED TRUNCATED");
    }

    @Test
    void moreBytesThanAnnouncedAreAFailure() throws BindException {
        var fixture = fixture();
        var body = fixture.driver.on("a").body(bytes("abcde"), announced(3), 0);
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("a", recorder, InputStream.class);
        body.deliverAll();

        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED PROTOCOL");
    }

    /** D-14: a callback that answers nothing but how to bind. */
    @Test
    void aLambdaIsACallback() throws BindException {
        var fixture = fixture();
        fixture.driver.on("a").content("abc");
        BindStatusCallback callback = () -> BindInfo.PUSH;

        var result = fixture.bind("a", callback, InputStream.class);
        fixture.runAll();

        assertThat(result.content().toCompletableFuture().join()).hasContent("abc");
    }
}
