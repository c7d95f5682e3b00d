package org.bindhost.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.host.HostFixture.await;
import static org.bindhost.host.HostFixture.bind;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between a bind and its control: G-02. */
class MediationTest {

    @TempDir private static Path directory;

    private final HostFixture fixture = new HostFixture(directory);

    @AfterEach
    void close() {
        fixture.close();
    }

    /** What is heard of a bind of which each portion comes when the last was heard of. */
    private interface Scenario {
        void of(Recorder recorder, ScriptedBody body);
    }

    private static void portions(Recorder recorder, ScriptedBody body) {
        recorder.when("data:first", () -> body.deliver(2));
        recorder.when("data:4", () -> body.deliver(1));
        recorder.when("data:5", body::complete);
        body.deliver(2);
    }

    private static void failing(Recorder recorder, ScriptedBody body) {
        var failure = new BindException(Reason.BROKEN, "the line is dead");
        recorder.when("data:first", () -> body.fail(failure));
        body.deliver(2);
    }

    private static void abortedInProgress(Recorder recorder, ScriptedBody body) {
        recorder.when("progress:BEGIN", () -> recorder.binding().orElseThrow().abort());
        body.deliverAll();
    }

    private static void refused(Recorder recorder, ScriptedBody body) {
        recorder.when("start", MediationTest::refuse);
        body.deliverAll();
    }

    private static void throwing(Recorder recorder, ScriptedBody body) {
        recorder.when("data:first", MediationTest::stumble);
        body.deliver(2);
    }

    private static void refuse() throws BindException {
        throw new BindException(Reason.DENIED_BY_POLICY, "not today");
    }

    private static void stumble() {
        throw new IllegalStateException("the control is wrong");
    }

    private List<String> direct(String text, BindInfo info, Scenario scenario)
            throws BindException, MonikerSyntaxException {
        var recorder = new Recorder(info);
        scenario.of(recorder, fixture.five(text));
        try (var context = fixture.core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(recorder);
            var name = fixture.core.monikers().parse("script:" + text);
            var result = fixture.core.binder().bindToStorage(name, context, InputStream.class);
            await(result.binding().completion());
        }
        return recorder.heard();
    }

    private List<String> mediated(String text, BindInfo info, Scenario scenario) {
        var recorder = new Recorder(info);
        scenario.of(recorder, fixture.five(text));
        var control = fixture.add("control");
        await(bind(control, "script:" + text, recorder).completion());
        fixture.container.remove("control");
        return recorder.heard();
    }

    /** G-02: the control hears the same, in the same order, as if there were no host. */
    @Test
    void aControlHearsWhatItWouldHearWithoutTheHost() throws Exception {
        List<Scenario> scenarios =
                List.of(
                        MediationTest::portions,
                        MediationTest::failing,
                        MediationTest::abortedInProgress,
                        MediationTest::refused,
                        MediationTest::throwing);

        int names = 0;
        for (var scenario : scenarios) {
            for (var info : List.of(BindInfo.PULL, BindInfo.PUSH)) {
                String name = "name" + names++; // a body that was not asked for is for nobody else
                assertThat(mediated(name, info, scenario)).isEqualTo(direct(name, info, scenario));
            }
        }
    }

    @Test
    void whatIsComparedIsTheWholeSequence() {
        assertThat(mediated("a", BindInfo.PUSH, MediationTest::portions))
                .containsExactly(
                        "info",
                        "start",
                        "progress:MIME_TYPE_AVAILABLE text/plain",
                        "progress:BEGIN_DOWNLOAD_DATA script:a",
                        "data:first:2",
                        "progress:DOWNLOADING_DATA script:a",
                        "data:4",
                        "progress:DOWNLOADING_DATA script:a",
                        "data:5",
                        "progress:END_DOWNLOAD_DATA script:a",
                        "data:last:5",
                        "stop:COMPLETED 5");
    }

    /** The control fails its own bind and no other, and the host has forgotten it. */
    @Test
    void aCallbackThatThrowsEndsItsOwnBindOnly() {
        var wrong = new Recorder(BindInfo.PUSH);
        throwing(wrong, fixture.five("wrong"));
        var right = new Recorder(BindInfo.PUSH);
        var body = fixture.five("right");
        var control = fixture.add("control");
        var other = bind(control, "script:right", right);

        await(bind(control, "script:wrong", wrong).completion());

        assertThat(wrong.heard()).endsWith("stop:FAILED CALLBACK_FAILED");
        assertThat(fixture.container.snapshot().transfers()).isEqualTo(1);
        body.deliverAll();
        await(other.completion());
        assertThat(right.heard()).endsWith("stop:COMPLETED 5");
    }

    @Test
    void aStopThatThrowsIsForgottenToo() {
        fixture.driver.on("a").content("abc");
        var recorder = new Recorder(BindInfo.PUSH).when("stop", MediationTest::stumble);

        await(bind(fixture.add("control"), "script:a", recorder).completion());

        assertThat(fixture.container.snapshot().transfers()).isZero();
    }

    /** G-02: the host watches progress, from the first notice to the last word. */
    @Test
    void theDocumentCountsItsTransfersAndTheirBytes() {
        var seen = new ArrayList<String>();
        Consumer<String> see =
                when -> {
                    var now = fixture.container.snapshot();
                    seen.add(when + " " + now.transfers() + " " + now.bytes());
                };
        var body = fixture.five("a");
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when(
                "data:first",
                () -> {
                    see.accept("first");
                    body.deliverAll();
                });
        recorder.when("stop", () -> see.accept("stop"));
        var control = fixture.add("control");
        body.deliver(2);

        see.accept("before");
        await(bind(control, "script:a", recorder).completion());
        see.accept("after");

        assertThat(seen).containsExactly("before 0 0", "first 1 2", "stop 1 5", "after 0 5");
    }

    @Test
    void theDocumentCountsWhatIsWritten() throws Exception {
        var site = fixture.add("control").site();
        var host = site.bindHost().orElseThrow();
        var context = site.bindContext();
        context.setOptions(BindOptions.DEFAULT.withMode(Mode.WRITE));
        var recorder = new Recorder(BindInfo.PUSH);
        var name = host.createMoniker("script:new");

        var result = host.monikerBindToStorage(name, context, recorder, OutputStream.class);
        try (var out = await(result.content())) {
            out.write("written".getBytes(UTF_8));
        }
        await(result.binding().completion());

        assertThat(fixture.container.snapshot().bytes()).isEqualTo(7);
        assertThat(fixture.container.snapshot().transfers()).isZero();
    }
}
