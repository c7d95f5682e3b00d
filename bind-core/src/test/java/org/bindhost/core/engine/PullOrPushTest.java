package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.DataAvailable;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.storage.PendingException;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the client chose, what it is told, and what it is given: D-19 to D-21, E-01, E-04. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PullOrPushTest {

    private static final int LENGTH = 600_000;

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];

    /** E-01: for each bind, whatever the others of its context are. */
    @Test
    void eachBindOfAContextIsPulledOrPushedAsItsClientSays() throws BindException {
        var fixture = new EngineFixture(directory);
        var pulled = fixture.driver.on("pulled").body(content, announced(LENGTH), 0);
        var pushed = fixture.driver.on("pushed").body(content, announced(LENGTH), 0);

        fixture.bind("pulled", new Recorder(BindInfo.PULL), InputStream.class);
        fixture.bind("pushed", new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();
        pulled.deliverAll();
        pushed.deliverAll();
        fixture.runAll();

        assertThat(pulled.delivered()).isEqualTo(Demand.PULL_BYTES);
        assertThat(pushed.delivered()).isEqualTo(LENGTH);
    }

    /** E-01: a synchronous bind is over before anyone could pull. */
    @Test
    void aSynchronousBindIsNotPulled() throws Exception {
        var driver = new ScriptedDriver();
        driver.on("a").content(content);
        var recorder = new Recorder(BindInfo.reading(BindFlag.PULL_DATA));
        try (var core = BindCore.open("test", CoreSettings.defaults(directory), List.of(driver));
                var context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(recorder);
            var name = Moniker.of(driver.part("a"));

            var result = core.binder().bindToStorage(name, context, InputStream.class);

            assertThat(result).isInstanceOf(BindResult.Bound.class);
            assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
            assertThat(result.await().readAllBytes()).isEqualTo(content);
        }
    }

    /** E-04: the transport ends it, or the deadline, and that is heard as ever. */
    @Test
    void aPullThatWaitsTooLongFailsAsItsTransportDoes() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.threads.beOurs();
        var body = fixture.driver.on("a").body(content, announced(LENGTH), 0);
        var recorder = new Recorder(BindInfo.PULL);
        var in = bindAndDeliver(fixture, recorder, () -> body.deliver(1_000));

        body.fail(new BindException(Reason.BROKEN, "the server hung up"));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first:1000", "stop:FAILED BROKEN");
        assertThatThrownBy(() -> in.readNBytes(2_000))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("the server hung up");
    }

    private static InputStream bindAndDeliver(
            EngineFixture fixture, Recorder recorder, Runnable delivery) throws BindException {
        var result = fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();
        delivery.run();
        fixture.runAll();
        return result.content().toCompletableFuture().getNow(null);
    }

    /** D-19: one object, growing totals, one type. */
    @Test
    void everyNoticeIsOfTheSameStreamAndTellsTheTotal() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(content, announced(LENGTH), 0);
        var notices = new ArrayList<DataAvailable>();
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when("data", () -> notices.add(recorder.data().orElseThrow()));

        var in = bindAndDeliver(fixture, recorder, () -> body.deliver(1_000));
        body.deliver(2_000);
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(notices)
                .extracting(DataAvailable::available)
                .startsWith(1_000L, 3_000L)
                .endsWith((long) LENGTH)
                .isSorted();
        assertThat(notices)
                .allSatisfy(
                        notice -> {
                            assertThat(notice.content()).isSameAs(in);
                            assertThat(notice.mediaType()).isEqualTo(Optional.of("text/plain"));
                        });
    }

    /** D-21: none yet, none of them lost, and after the last the end, however often asked. */
    @Test
    void whatIsNotThereYetIsPendingAndBehindTheLastByteIsTheEnd() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.threads.beOurs();
        var body = fixture.driver.on("a").body(new byte[] {1, 2}, announced(2), 0);
        var in = bindAndDeliver(fixture, new Recorder(BindInfo.PULL), () -> body.deliver(1));

        assertThat(in.read()).isEqualTo(1);
        var pending = pending(in);
        assertThat(pending.ready().toCompletableFuture()).isNotDone();
        assertThat(pending(in)).isNotNull();
        body.deliverAll();
        fixture.runAll();

        assertThat(pending.ready().toCompletableFuture()).isDone();
        assertThat(in.read()).isEqualTo(2);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[5])).isEqualTo(-1);
        assertThat(in.read()).isEqualTo(-1);
    }

    private static PendingException pending(InputStream in) throws IOException {
        try {
            throw new AssertionError("read " + in.read());
        } catch (PendingException e) {
            return e;
        }
    }

    /** D-20, D-24: what cannot be done changes nothing. */
    @Test
    void aChannelToWhatIsReadIsNotWrittenTo() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content(content);
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), SeekableByteChannel.class);
        fixture.runAll();
        var channel = result.content().toCompletableFuture().getNow(null);
        channel.position(7);

        assertThatThrownBy(() -> channel.write(ByteBuffer.allocate(1)))
                .isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.truncate(1))
                .isInstanceOf(NonWritableChannelException.class);
        assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);

        assertThat(channel.position()).isEqualTo(7);
        assertThat(channel.size()).isEqualTo(LENGTH);
        assertThat(channel.position(channel.size()).read(ByteBuffer.allocate(1))).isEqualTo(-1);
        assertThat(channel.position(0).read(ByteBuffer.allocate(1))).isEqualTo(1);
    }
}
