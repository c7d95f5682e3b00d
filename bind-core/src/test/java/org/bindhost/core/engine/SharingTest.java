package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.core.CoreSettings;
import org.bindhost.storage.PendingException;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Equal requests are one fetch, and each bind is as if it were alone. */
@Timeout(30)
class SharingTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir Path directory;

    private final byte[] content = new byte[3 * MEGABYTE];
    private final Recorder first = new Recorder(BindInfo.PUSH);
    private final Recorder second = new Recorder(BindInfo.PUSH);
    private EngineFixture fixture;
    private ScriptedBody body;

    private void begin(CoreSettings settings) {
        new Random(5).nextBytes(content);
        fixture = new EngineFixture(settings);
        fixture.threads.beOurs(); // so that no read waits for what only this thread can bring
        body = fixture.driver.on("a").body(content, announced(content.length), 0);
    }

    private void begin() {
        begin(CoreSettings.defaults(directory));
    }

    /** Binds in a context of its own. */
    private <T> BindResult<T> bind(Recorder recorder, Class<T> type) throws BindException {
        return bind(fixture.binder.createBindContext(BindOptions.DEFAULT), recorder, type);
    }

    private <T> BindResult<T> bind(BindContext context, Recorder recorder, Class<T> type)
            throws BindException {
        context.registerCallback(recorder);
        var result = fixture.binder.bindToStorage(fixture.name("a"), context, type);
        fixture.runAll();
        return result;
    }

    private static InputStream stream(BindResult<InputStream> result) {
        return result.content().toCompletableFuture().getNow(null);
    }

    /** Reads, and lets come what has not. */
    private void read(InputStream in, long count) throws IOException {
        long read = 0;
        for (int round = 0; round < 1_000 && read < count; round++) {
            try {
                read += in.read(new byte[(int) Math.min(count - read, 64 * 1024)]);
            } catch (PendingException e) {
                fixture.runAll();
            }
        }
        assertThat(read).isEqualTo(count);
    }

    private int opened() {
        return fixture.driver.requests().size();
    }

    @Test
    void equalRequestsAreFetchedOnce() throws Exception {
        begin();
        var one = bind(first, InputStream.class);
        var other = bind(second, InputStream.class);
        body.deliverAll();
        fixture.runAll();

        assertThat(opened()).isEqualTo(1);
        assertThat(first.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(second.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(stream(one).readAllBytes()).isEqualTo(content);
        assertThat(stream(other).readAllBytes()).isEqualTo(content);
    }

    @Test
    void aStreamAndAFileOfOneContextAreOneFetch() throws Exception {
        begin();
        var one = bind(fixture.context, first, InputStream.class);
        var other = bind(fixture.context, second, Path.class);
        body.deliverAll();
        fixture.runAll();

        assertThat(opened()).isEqualTo(1);
        assertThat(stream(one).readAllBytes()).isEqualTo(content);
        assertThat(other.content().toCompletableFuture().getNow(null)).hasBinaryContent(content);
        fixture.context.close();
        fixture.runAll();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void twoFilesOfOneFetchAreEachTheirClientsOwn() throws Exception {
        begin();
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT);
        var one = bind(context, first, Path.class);
        var other = bind(second, Path.class);
        body.deliverAll();
        fixture.runAll();

        Path mine = one.content().toCompletableFuture().getNow(null);
        context.close();
        fixture.runAll();

        assertThat(mine).doesNotExist();
        assertThat(other.content().toCompletableFuture().getNow(null)).hasBinaryContent(content);
    }

    /** Whoever joins hears what it would have heard alone (D-06, D-29), and reads every byte. */
    @Test
    void whoeverJoinsLateHearsEverythingFromTheBeginning() throws Exception {
        begin();
        fixture.driver.on("b").redirect("script:a");
        var one = fixture.bind("b", first, InputStream.class);
        fixture.runAll();
        body.deliver(100_000);
        fixture.runAll();

        var other = fixture.bind("b", second, InputStream.class);
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(opened()).isEqualTo(2); // the redirect and its target, each once
        assertThat(second.heard())
                .startsWith(
                        "info",
                        "start",
                        "progress:REDIRECTING script:a",
                        "progress:MIME_TYPE_AVAILABLE text/plain",
                        "progress:BEGIN_DOWNLOAD_DATA script:b",
                        "data:first:100000")
                .endsWith("stop:COMPLETED " + content.length);
        assertThat(stream(one).readAllBytes()).isEqualTo(content);
        assertThat(stream(other).readAllBytes()).isEqualTo(content);
    }

    @Test
    void whoeverComesTooLateForTheFirstByteFetchesAnew() throws Exception {
        begin();
        var one = bind(first, InputStream.class);
        body.deliver(MEGABYTE);
        fixture.runAll();
        read(stream(one), MEGABYTE);

        var other = bind(second, InputStream.class);
        fixture.runAll();

        assertThat(opened()).isEqualTo(2);
        other.binding().abort();
    }

    @Test
    void whatHasEndedIsNotJoined() throws Exception {
        begin();
        bind(first, InputStream.class);
        body.deliverAll();
        fixture.runAll();

        bind(second, InputStream.class);

        assertThat(opened()).isEqualTo(2);
    }

    @Test
    void requestsThatDifferAreNotOne() throws Exception {
        begin();
        bind(first, InputStream.class);

        var accepting = fixture.binder.createBindContext(BindOptions.DEFAULT);
        accepting.setAccepted(List.of(new MediaRange("text", "html")));
        bind(accepting, new Recorder(BindInfo.PUSH), InputStream.class);
        var stranger = new Requester("stranger", Optional.empty());
        var options = BindOptions.DEFAULT.withRequester(stranger);
        bind(
                fixture.binder.createBindContext(options),
                new Recorder(BindInfo.PUSH),
                InputStream.class);
        var verb = new BindInfo(Set.of(BindFlag.ASYNCHRONOUS), "REPORT", Optional.empty(), "");
        bind(new Recorder(verb), InputStream.class);
        bind(new Recorder(verb), InputStream.class);

        assertThat(opened()).isEqualTo(5);
    }

    @Test
    void anAbortEndsOneAndTheLastAbortEndsTheFetch() throws Exception {
        begin();
        var one = bind(first, InputStream.class);
        var other = bind(second, InputStream.class);
        body.deliver(1_000);
        fixture.runAll();

        one.binding().abort();
        fixture.runAll();
        assertThat(first.heard()).endsWith("stop:ABORTED");
        assertThat(body.isCancelled()).isFalse();

        other.binding().abort();
        fixture.runAll();
        assertThat(second.heard()).endsWith("stop:ABORTED");
        assertThat(body.isCancelled()).isTrue();
    }

    /** One was aborted before its first turn; the other has not had its own yet. */
    @Test
    void anAbortBeforeTheFirstTurnEndsNobodyElse() throws Exception {
        begin();
        fixture.context.registerCallback(first);
        var one =
                fixture.binder.bindToStorage(fixture.name("a"), fixture.context, InputStream.class);
        fixture.context.registerCallback(second);
        fixture.binder.bindToStorage(fixture.name("a"), fixture.context, InputStream.class);

        one.binding().abort();
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(first.heard()).containsExactly("info");
        assertThat(second.heard()).endsWith("stop:COMPLETED " + content.length);
    }

    @Test
    void whoDoesNotReadHoldsNobodyUp() throws Exception {
        begin();
        var slow = bind(new Recorder(BindInfo.PULL), InputStream.class);
        var fast = bind(second, InputStream.class);
        body.deliverAll();
        fixture.runAll();

        assertThat(second.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(stream(fast).readAllBytes()).isEqualTo(content);
        assertThat(stream(slow).readAllBytes()).isEqualTo(content);
    }

    @Test
    void theFetchHoldsStillOnlyWhenAllItsBindsDo() throws Exception {
        begin();
        var one = bind(first, InputStream.class).binding();
        var other = bind(second, InputStream.class).binding();

        one.suspend();
        body.deliver(2 * MEGABYTE);
        fixture.runAll();
        assertThat(second.heard()).endsWith("data:" + 2 * MEGABYTE);
        assertThat(first.heard()).noneMatch(heard -> heard.startsWith("data"));

        other.suspend();
        long granted = body.granted();
        body.deliverAll();
        fixture.runAll();
        assertThat(body.granted()).isEqualTo(granted);

        one.resume();
        other.resume();
        fixture.runAll();
        assertThat(first.heard()).endsWith("stop:COMPLETED " + content.length);
        assertThat(second.heard()).endsWith("stop:COMPLETED " + content.length);
    }

    /** whoever keeps the spool full has to go, and nobody else. */
    @Test
    void aFullSpoolEndsWhoeverFilledItAlone() throws Exception {
        begin(new CoreSettings(4, 0, MEGABYTE, MEGABYTE, directory));
        bind(first, InputStream.class);
        var fast = bind(second, InputStream.class);
        body.deliver(1_000);
        fixture.runAll();
        var in = stream(fast);

        read(in, 1_000);
        for (int at = 1_000; at < content.length; at += 65_536) {
            body.deliver(65_536);
            fixture.runAll();
            read(in, Math.min(65_536, content.length - at));
        }
        body.complete();
        fixture.runAll();

        assertThat(first.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(second.heard()).endsWith("stop:COMPLETED " + content.length);
    }

    @Test
    void aFailureIsEverybodys() throws Exception {
        begin();
        bind(first, InputStream.class);
        bind(second, Path.class);

        fixture.engine.removeDriver("driver");
        fixture.runAll();

        assertThat(first.heard()).endsWith("stop:FAILED DRIVER_GONE");
        assertThat(second.heard()).endsWith("stop:FAILED DRIVER_GONE");
        assertThat(directory).isEmptyDirectory();
    }
}
