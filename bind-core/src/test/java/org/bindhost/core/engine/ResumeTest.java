package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.Resumption;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Validator;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What broke off goes on where it can be told for sure that nothing has changed. */
@Timeout(30)
class ResumeTest {

    private static final int LENGTH = 300_000;
    private static final int REACHED = 100_001;
    private static final Validator STATE = new Validator("\"1\"", true);

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];
    private final Recorder recorder = new Recorder(BindInfo.PUSH);
    private EngineFixture fixture;

    private static ContentInfo info(Validator state) {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.of(LENGTH),
                Optional.of(state),
                Freshness.UNSAID,
                true);
    }

    private static BindException broken(String why) {
        return new BindException(Reason.BROKEN, why);
    }

    private void begin(Retrying retrying) {
        new Random(3).nextBytes(content);
        fixture = new EngineFixture(CoreSettings.defaults(directory).withRetrying(retrying));
        fixture.threads.beOurs();
        fixture.driver.on("a").content(content, info(STATE));
    }

    private BindResult<InputStream> bind(Recorder callback) throws BindException {
        var result = fixture.bind("a", callback, InputStream.class);
        fixture.runAll();
        return result;
    }

    /** A first opening that breaks after some bytes. */
    private ScriptedBody breaking(int reached, ContentInfo info) throws BindException {
        begin(Retrying.DEFAULT);
        var body = fixture.driver.on("a").body(content, info, 0);
        bind(recorder);
        body.deliver(reached);
        body.fail(broken("the line is cut"));
        fixture.runAll();
        return body;
    }

    private void pass(Duration time) {
        fixture.threads.clock.advance(time);
        fixture.runAll();
    }

    private List<String> asked() {
        return fixture.driver.requests().stream().map(ResumeTest::asked).toList();
    }

    private static String asked(OpenRequest request) {
        String range = request.range().map(ResumeTest::asked).orElse("all");
        return range + request.condition().map(state -> " of " + state.value()).orElse("");
    }

    private static String asked(ByteRange range) {
        return range.offset() + "-" + (range.length().isPresent() ? range.length() : "");
    }

    private byte[] read() throws IOException {
        return ((InputStream) recorder.data().orElseThrow().content()).readAllBytes();
    }

    @Test
    void goesOnAtTheByteItHadReachedUnderTheSameState() throws Exception {
        breaking(REACHED, info(STATE));
        pass(Duration.ofMillis(1));

        assertThat(asked()).containsExactly("all", REACHED + "- of \"1\"");
        assertThat(recorder.heard())
                .contains("progress:RESUMING the line is cut")
                .endsWith("stop:COMPLETED " + LENGTH);
        assertThat(recorder.heard()).filteredOn(e -> e.startsWith("start")).hasSize(1);
        assertThat(read()).isEqualTo(content);
    }

    /** A server may answer with everything: what came before is not delivered again. */
    @Test
    void theWholeInPlaceOfTheRestIsReadUpToIt() throws Exception {
        begin(Retrying.DEFAULT);
        var first = fixture.driver.on("a").body(content, info(STATE), 0);
        fixture.driver.on("a").body(content, info(STATE), 0).deliverAll();
        bind(recorder);
        first.deliver(REACHED);
        first.fail(broken("the line is cut"));
        pass(Duration.ofMillis(1));

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(read()).isEqualTo(content);
    }

    @Test
    void whatHasChangedMeanwhileIsNeverMixed() throws Exception {
        breaking(REACHED, info(STATE));
        fixture.driver.on("a").content(content, info(new Validator("\"2\"", true)));
        pass(Duration.ofMillis(1));

        assertThat(recorder.heard()).endsWith("stop:FAILED CHANGED");
    }

    @Test
    void whatHasBecomeShorterMeanwhileHasChanged() throws Exception {
        breaking(REACHED, info(STATE));
        fixture.driver.on("a").failure(new BindException(Reason.OUT_OF_RANGE, "no such byte"));
        pass(Duration.ofMillis(1));

        assertThat(recorder.heard()).endsWith("stop:FAILED CHANGED");
    }

    /** A validator tells states of one name apart, and nothing of another's. */
    @Test
    void onlyWhoeverAnsweredIsAskedForTheRest() throws Exception {
        begin(Retrying.DEFAULT);
        fixture.driver.on("mirror").redirect("script:a");
        var first = fixture.driver.on("a").body(content, info(STATE), 0);
        fixture.driver.on("b").content(new byte[LENGTH], info(STATE));
        fixture.bind("mirror", recorder, InputStream.class);
        fixture.runAll();
        first.deliver(REACHED);
        fixture.driver.on("mirror").redirect("script:b");
        first.fail(broken("the line is cut"));
        pass(Duration.ofMillis(1));

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(read()).isEqualTo(content);
    }

    @Test
    void whatIsElsewhereByNowHasChanged() throws Exception {
        breaking(REACHED, info(STATE));
        fixture.driver.on("a").redirect("script:b");
        fixture.driver.on("b").content(new byte[LENGTH], info(STATE));
        pass(Duration.ofMillis(1));

        assertThat(recorder.heard()).endsWith("stop:FAILED CHANGED");
    }

    @Test
    void anotherBindDoesNotGoOnWithWhatIsElsewhereByNow() throws Exception {
        Resumption where = ofAnEarlierBind();
        fixture.driver.on("a").redirect("script:b");
        fixture.driver.on("b").content(new byte[LENGTH], info(STATE));

        assertThat(goOn(where).heard()).endsWith("stop:FAILED CHANGED");
    }

    @Test
    void whatCannotBeToldApartDoesNotGoOnAndSaysWhy() throws Exception {
        breaking(REACHED, info(new Validator("W/\"1\"", false)));
        pass(Duration.ofHours(1));

        assertThat(asked()).containsExactly("all");
        assertThat(recorder.heard()).endsWith("stop:FAILED BROKEN");
        assertThat(recorder.binding().orElseThrow().result().toString())
                .contains("the line is cut; it cannot go on there");
    }

    @Test
    void whatBreaksBehindTheLastByteIsComplete() throws Exception {
        breaking(LENGTH, info(STATE));

        assertThat(asked()).containsExactly("all");
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    @Test
    void attemptsInVainComeAfterPausesThatGrowAndEnd() throws Exception {
        breaking(REACHED, info(STATE));
        fixture.driver.on("a").failure(new BindException(Reason.UNREACHABLE, "no way there"));
        List<Integer> pauses = new ArrayList<>(); // in tenths of a second
        int last = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            int before = asked().size();
            pass(Duration.ofMillis(100));
            if (asked().size() > before) {
                pauses.add(tenth - last);
                last = tenth;
            }
        }

        assertThat(recorder.heard()).endsWith("stop:FAILED UNREACHABLE");
        assertThat(pauses).hasSize(Retrying.DEFAULT_ATTEMPTS);
        assertThat(pauses.get(0)).as("at once, after what was no attempt in vain").isZero();
        assertThat(pauses.get(1)).isBetween(4, 11);
        assertThat(pauses.get(4)).isBetween(39, 81);
        assertThat(fixture.threads.clock.waiting()).as("timers").isZero();
    }

    @Test
    void whoeverReadsOrComesDuringThePauseDoesNotCutItShort() throws Exception {
        breaking(REACHED, info(STATE));
        fixture.driver.on("a").failure(new BindException(Reason.UNREACHABLE, "no way there"));
        pass(Duration.ofMillis(1));
        assertThat(asked()).hasSize(2);

        ((InputStream) recorder.data().orElseThrow().content()).readNBytes(REACHED);
        fixture.runAll();
        recorder.binding().orElseThrow().suspend();
        recorder.binding().orElseThrow().resume();
        fixture.runAll();

        assertThat(asked()).hasSize(2);
    }

    /** Progress counts, however often the line is cut. */
    @Test
    void aLineThatIsCutOverAndOverBringsEverything() throws Exception {
        begin(Retrying.DEFAULT);
        int step = 20_000;
        List<ScriptedBody> bodies = new ArrayList<>();
        for (int from = 0; from < LENGTH; from += step) {
            byte[] rest = Arrays.copyOfRange(content, from, LENGTH);
            bodies.add(fixture.driver.on("a").body(rest, info(STATE), from));
        }
        bind(recorder);
        for (ScriptedBody body : bodies) {
            body.deliver(step);
            body.fail(broken("cut again"));
            pass(Duration.ofMillis(1));
        }

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(read()).isEqualTo(content);
    }

    @Test
    void whoeverIsBusyIsLeftAloneForAsLongAsItAsks() throws Exception {
        begin(Retrying.DEFAULT);
        var open = fixture.driver.on("a").hold();
        bind(recorder);
        open.fail(BindException.busy("come back", Duration.ofSeconds(20)));
        fixture.runAll();

        pass(Duration.ofSeconds(19));
        assertThat(asked()).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    @Test
    void whoeverIsBusyForTooLongIsNotAskedAgain() throws Exception {
        begin(Retrying.DEFAULT);
        var open = fixture.driver.on("a").hold();
        bind(recorder);
        open.fail(BindException.busy("come back", Duration.ofHours(2)));
        pass(Duration.ofHours(3));

        assertThat(asked()).hasSize(1);
        assertThat(recorder.heard()).endsWith("stop:FAILED BUSY");
    }

    @Test
    void whatBrokeBeforeAnAnswerIsAskedForAgain() throws Exception {
        begin(Retrying.DEFAULT);
        var open = fixture.driver.on("a").hold();
        bind(recorder);
        open.fail(broken("no answer came"));
        pass(Duration.ofSeconds(1));

        assertThat(asked()).containsExactly("all", "all");
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    /** A name that leads nowhere is told of at once. */
    @Test
    void whoeverCannotBeReachedAtFirstIsNotAskedAgain() throws Exception {
        begin(Retrying.DEFAULT);
        fixture.driver.on("a").failure(new BindException(Reason.UNREACHABLE, "no way there"));
        bind(recorder);

        assertThat(recorder.heard()).endsWith("stop:FAILED UNREACHABLE");
    }

    @Test
    void whatMayDoSomethingIsNotAskedForTwice() throws Exception {
        begin(Retrying.DEFAULT);
        var post = new BindInfo(Set.of(BindFlag.ASYNCHRONOUS), "POST", Optional.empty(), "");
        var callback = new Recorder(post);
        var open = fixture.driver.on("a").hold();
        bind(callback);
        open.fail(broken("no answer came"));
        pass(Duration.ofHours(1));

        assertThat(asked()).hasSize(1);
        assertThat(callback.heard()).endsWith("stop:FAILED BROKEN");
    }

    @Test
    void whereNoAttemptIsAllowedABreakIsTheEnd() throws Exception {
        begin(Retrying.NEVER);
        var body = fixture.driver.on("a").body(content, info(STATE), 0);
        bind(recorder);
        body.deliver(REACHED);
        body.fail(broken("the line is cut"));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED BROKEN");
    }

    @Test
    void whoeverIsSuspendedGoesOnWhenResumed() throws Exception {
        begin(Retrying.DEFAULT);
        var body = fixture.driver.on("a").body(content, info(STATE), 0);
        bind(recorder);
        body.deliver(REACHED);
        recorder.binding().orElseThrow().suspend();
        body.fail(broken("the line is cut"));
        pass(Duration.ofHours(1));
        assertThat(asked()).hasSize(1);

        recorder.binding().orElseThrow().resume();
        fixture.runAll();

        assertThat(asked()).hasSize(2);
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    /** E-02 holds after a break as well. */
    @Test
    void aPullGoesOnWhenItIsReadOn() throws Exception {
        begin(Retrying.DEFAULT);
        var body = fixture.driver.on("a").body(content, info(STATE), 0);
        var callback = new Recorder(BindInfo.PULL);
        var in = bind(callback).content().toCompletableFuture();
        body.deliver(REACHED);
        fixture.runAll();
        body.fail(broken("the line is cut"));
        pass(Duration.ofHours(1));
        assertThat(asked()).hasSize(1);

        assertThat(in.getNow(null).readNBytes(REACHED)).isEqualTo(Arrays.copyOf(content, REACHED));
        fixture.runAll();

        assertThat(asked()).containsExactly("all", REACHED + "- of \"1\"");
    }

    @Test
    void whoeverAbortsDuringThePauseLeavesNothing() throws Exception {
        breaking(REACHED, info(STATE));
        recorder.binding().orElseThrow().abort();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(fixture.threads.clock.waiting()).as("timers").isZero();
        pass(Duration.ofHours(1));
        assertThat(asked()).hasSize(1);
    }

    // In another bind.

    private Resumption ofAnEarlierBind() throws Exception {
        begin(Retrying.NEVER);
        var body = fixture.driver.on("a").body(content, info(STATE), 0);
        var earlier = new Recorder(BindInfo.PUSH);
        var in = bind(earlier).content().toCompletableFuture();
        body.deliver(REACHED);
        fixture.runAll();
        in.getNow(null).readNBytes(REACHED);
        body.fail(broken("the line is cut"));
        fixture.runAll();
        return earlier.binding().orElseThrow().resumption().orElseThrow();
    }

    private Recorder goOn(Resumption where) throws BindException {
        var callback = new Recorder(BindInfo.PUSH.from(where));
        bind(callback);
        return callback;
    }

    @Test
    void anotherBindGoesOnWhereThisOneStopped() throws Exception {
        Resumption where = ofAnEarlierBind();
        assertThat(where).isEqualTo(new Resumption(REACHED, LENGTH, "\"1\"", "script:a"));

        var callback = goOn(where);

        assertThat(asked()).endsWith(REACHED + "- of \"1\"");
        assertThat(callback.heard()).endsWith("stop:COMPLETED " + LENGTH);
        var in = (InputStream) callback.data().orElseThrow().content();
        assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, REACHED, LENGTH));
    }

    @Test
    void whatHasAllIsGoneOnWithToSeeThatItIsStillTheSame() throws Exception {
        var callback = goOn(ofAnEarlierBind().at(LENGTH));

        assertThat(callback.heard()).endsWith("stop:COMPLETED " + LENGTH);
        var in = (InputStream) callback.data().orElseThrow().content();
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void anotherBindGetsNoByteOfAnotherState() throws Exception {
        Resumption where = ofAnEarlierBind();
        fixture.driver.on("a").content(content, info(new Validator("\"2\"", true)));

        var callback = goOn(where);

        assertThat(callback.heard())
                .endsWith("stop:FAILED CHANGED")
                .noneMatch(entry -> entry.startsWith("data"));
    }

    @Test
    void twoBindsThatGoOnAtDifferentPlacesShareNothing() throws Exception {
        Resumption where = ofAnEarlierBind();
        var one = goOn(where.at(1));
        var other = goOn(where.at(2));

        for (Recorder callback : List.of(one, other)) {
            var in = (InputStream) callback.data().orElseThrow().content();
            int from = callback.equals(one) ? 1 : 2;
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, from, LENGTH));
        }
    }

    @Test
    void whatIsReadAtRandomCannotBeGoneOnWith() throws Exception {
        Resumption where = ofAnEarlierBind();
        fixture.context.registerCallback(new Recorder(BindInfo.PUSH.from(where)));

        assertThatThrownBy(
                        () ->
                                fixture.binder.bindToStorage(
                                        fixture.name("a"), fixture.context, Path.class))
                .asInstanceOf(throwable(BindException.class))
                .extracting(BindException::reason)
                .isEqualTo(Reason.UNSUPPORTED);
    }
}
