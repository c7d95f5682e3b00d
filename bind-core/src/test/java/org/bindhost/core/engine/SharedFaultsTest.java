package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindKey;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.PendingException;
import org.bindhost.storage.ReadResult;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.TurnByTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong, or is tight, in a fetch that binds may share. */
@Timeout(30)
class SharedFaultsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int BLOCK = 16 * 1024;

    @TempDir Path directory;

    private final Recorder recorder = new Recorder(BindInfo.PUSH);
    private EngineFixture fixture;

    private void begin(CoreSettings settings) {
        fixture = new EngineFixture(settings);
        fixture.threads.beOurs(); // so that no read waits for what only this thread can bring
    }

    private void begin() {
        begin(CoreSettings.defaults(directory));
    }

    private void begin(long memoryBytes, long diskBytes) {
        begin(new CoreSettings(4, 0, memoryBytes, diskBytes, directory));
    }

    private RangedNames addRanged(byte[] content) {
        var names = new RangedNames(content);
        var traits = new DriverTraits("ranged", "the ranged driver", List.of(), 0);
        fixture.engine.addDriver("ranged", traits, names);
        return names;
    }

    private <T> T bindTo(Moniker name, BindInfo info, Class<T> type) throws BindException {
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT);
        context.registerCallback(new Recorder(info));
        var result = fixture.binder.bindToStorage(name, context, type);
        fixture.runAll();
        return result.content().toCompletableFuture().getNow(null);
    }

    private void runOn() {
        fixture.runAll();
        fixture.threads.clock.advance(Duration.ofMillis(30));
        fixture.runAll();
    }

    /** Reads what there is. */
    private void drain(InputStream in) throws IOException {
        var into = new byte[8 * 1024];
        try {
            while (in.read(into) > 0) {
                fixture.runAll();
            }
        } catch (PendingException e) {
            fixture.runAll(); // nothing more for now
        }
    }

    private static InputStream stream(BindResult<InputStream> result) {
        return result.content().toCompletableFuture().getNow(null);
    }

    @Test
    void everyReadThatWaitsIsAnsweredHoweverManyThereAre() throws Exception {
        begin();
        addRanged(new byte[4 * MEGABYTE]);
        var bytes = bindTo(Moniker.of(RangedNames.NAME), BindInfo.PULL, LockBytes.class);
        var waiting = new ArrayList<CompletableFuture<Void>>();

        for (int at = 1; at <= 100; at++) {
            var read = bytes.readAt(2L * at * BLOCK, ByteBuffer.allocate(10));
            if (read instanceof ReadResult.Pending pending) {
                waiting.add(pending.ready().toCompletableFuture());
            }
        }
        fixture.runAll();

        assertThat(waiting).hasSizeGreaterThan(90).allMatch(CompletableFuture::isDone);
    }

    @Test
    void contextsWithOtherParametersAreTwoFetches() throws Exception {
        begin();
        fixture.driver.on("a").body(new byte[10], announced(10), 0);
        var key = new BindKey<>("token", String.class);
        for (String token : List.of("one", "other")) {
            var context = fixture.binder.createBindContext(BindOptions.DEFAULT);
            context.setParameter(key, token);
            context.registerCallback(new Recorder(BindInfo.PUSH));
            fixture.binder.bindToStorage(fixture.name("a"), context, InputStream.class);
        }

        fixture.runAll();

        assertThat(fixture.driver.requests()).hasSize(2);
    }

    @Test
    void oneKeyOfTwoClassesIsTwoNames() throws Exception {
        begin();
        fixture.driver.on("a").body(bytes("secret"), announced(6), 0).deliver(1);
        bindTo(fixture.name("a"), BindInfo.PUSH, InputStream.class);
        var names = addRanged(bytes("public"));
        String text = fixture.name("a").displayName();
        var lookAlike = Moniker.of(new MonikerPart("ranged", "ranged:", text));

        var in = bindTo(lookAlike, BindInfo.PUSH, InputStream.class);

        assertThat(names.asked).isNotEmpty();
        assertThat(in.readAllBytes()).isEqualTo(bytes("public"));
    }

    /** Each range may be redirected anew, to the same place. */
    @Test
    void aRedirectIsToldOnce() throws Exception {
        begin();
        var info =
                new ContentInfo(
                        Optional.of("text/plain"),
                        OptionalLong.of(10),
                        Optional.empty(),
                        Freshness.UNSAID,
                        true);
        for (int time = 0; time < 2; time++) {
            fixture.driver.on("a").redirect("script:b");
            fixture.driver.on("b").body(new byte[10], info, 0).deliverAll();
        }

        fixture.bind("a", recorder, LockBytes.class);
        fixture.runAll();

        assertThat(recorder.heard()).filteredOn(heard -> heard.contains("REDIRECT")).hasSize(1);
    }

    /** Its turn to join may come after its abort, and it would count for ever. */
    @Test
    void whoeverHasLeftDoesNotJoin() throws Exception {
        begin();
        fixture.context.registerCallback(recorder);
        var seats = new SeatTaker(fixture, (EngineBindContext) fixture.context);
        var gone = seats.take();
        var suspended = seats.take();
        seats.fetch.join(suspended);
        suspended.suspended(true);

        seats.fetch.leave(gone);
        seats.fetch.join(gone);

        assertThat(seats.fetch.isSuspended()).isTrue();
    }

    @Test
    void whoeverHasNotStartedWhenItIsDroppedFailsWhenItStarts() throws Exception {
        begin(64 * 1024, 64 * 1024);
        var content = new byte[MEGABYTE];
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        var reading = fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        var itsTurns = new TurnByTurn();
        bindLate(itsTurns);
        fixture.runAll();

        for (int sent = 0; sent < content.length; sent += BLOCK) {
            body.deliver(BLOCK);
            fixture.runAll();
            drain(stream(reading));
            runOn();
        }
        itsTurns.runAll();
        fixture.runAll();
        itsTurns.runAll();

        assertThat(recorder.heard()).contains("start").endsWith("stop:FAILED SPOOL_FULL");
        assertThat(fixture.driver.requests()).hasSize(1);
    }

    private void bindLate(TurnByTurn itsTurns) throws BindException {
        var options = BindOptions.DEFAULT.withExecutor(itsTurns);
        var late = fixture.binder.createBindContext(options);
        late.registerCallback(recorder);
        fixture.binder.bindToStorage(fixture.name("a"), late, InputStream.class);
    }

    /** No disk is needed for what is read, however slowly. */
    @Test
    void aPullWithLittleMemoryAndNoDiskIsReadSlowly() throws Exception {
        begin(64 * 1024, 0);
        var content = new byte[MEGABYTE];
        fixture.driver.on("a").body(content, announced(content.length), 0).deliverAll();
        var pull = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", pull, InputStream.class);
        fixture.runAll();

        for (int round = 0; round < 200; round++) {
            readSome(stream(result));
            runOn();
        }

        assertThat(pull.heard()).endsWith("stop:COMPLETED " + content.length);
    }

    private void readSome(InputStream in) throws IOException {
        try {
            in.read(new byte[8 * 1024]);
        } catch (PendingException e) {
            fixture.runAll();
        }
    }

    /** What is left of the page that it reads keeps nothing from going to disk. */
    @Test
    void aPushGoesOnThoughItsReaderStopsWithinAPage() throws Exception {
        begin(128 * 1024, 1L << 30);
        var content = new byte[4 * MEGABYTE];
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        var result = fixture.bind("a", recorder, InputStream.class);
        body.deliverAll();
        fixture.runAll();

        for (int round = 0; round < 16; round++) {
            readSome(stream(result));
        }
        for (int round = 0; round < 10; round++) {
            runOn();
        }

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + content.length);
    }
}
