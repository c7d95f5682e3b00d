package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.core.Race;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that come, go, read and steer at once: one fetch all the same, and nobody forgotten. */
@Timeout(60)
class SharedRacesTest {

    private static final int SOMEWHERE = 500_000;

    @TempDir Path directory;

    private final Race race = new Race();
    private EngineFixture fixture;
    private RangedNames names;

    @AfterEach
    void endTheRace() {
        race.close();
    }

    private void begin() {
        fixture = new EngineFixture(directory);
    }

    /** A fetch that is known, and waits for what is read at random. */
    private BindResult<LockBytes> beginPull() throws BindException {
        begin();
        names = new RangedNames(new byte[1024 * 1024]);
        fixture.threads.beOurs();
        var traits = new DriverTraits("ranged", "the ranged driver", List.of(), 0);
        fixture.engine.addDriver("ranged", traits, names);
        fixture.context.registerCallback(new Recorder(BindInfo.PULL));
        var name = Moniker.of(RangedNames.NAME);
        var result = fixture.binder.bindToStorage(name, fixture.context, LockBytes.class);
        fixture.runAll();
        return result;
    }

    private static LockBytes bytes(BindResult<LockBytes> result) {
        return result.content().toCompletableFuture().getNow(null);
    }

    private void bindToA() throws BindException {
        var context = fixture.binder.createBindContext(BindOptions.DEFAULT);
        context.registerCallback(() -> BindInfo.PUSH);
        fixture.binder.bindToStorage(fixture.name("a"), context, InputStream.class);
    }

    @Test
    void whoeverComesWhileOthersLeaveIsSeatedAlways() {
        begin();
        fixture.driver.on("a").hold();
        ThrowingCallable comeAndGo =
                () -> {
                    for (int round = 0; round < 20_000; round++) {
                        comeAndGo();
                    }
                };

        race.between(0, comeAndGo, comeAndGo);
    }

    private void comeAndGo() throws BindException {
        var nobody = BindOptions.DEFAULT.withExecutor(turn -> {});
        try (var context = fixture.binder.createBindContext(nobody)) {
            context.registerCallback(() -> BindInfo.PUSH);
            fixture.binder
                    .bindToStorage(fixture.name("a"), context, InputStream.class)
                    .binding()
                    .abort();
        }
    }

    @Test
    void equalRequestsAtOnceAreOneFetch() {
        for (int round = 0; round < 300; round++) {
            begin();
            fixture.driver.on("a").hold();

            race.between(0, this::bindToA, this::bindToA);
            fixture.runAll();

            assertThat(fixture.driver.requests()).as("round %s", round).hasSize(1);
        }
    }

    @Test
    void whatIsReadWhileItIsResumedComes() throws Exception {
        for (int round = 0; round < 500; round++) {
            var result = beginPull();
            LockBytes bytes = bytes(result);
            var into = ByteBuffer.allocate(10);
            result.binding().suspend();

            race.between(
                    round % 50,
                    () -> result.binding().resume(),
                    () -> bytes.readAt(SOMEWHERE, into));
            fixture.runAll();

            assertThat(bytes.readAt(SOMEWHERE, ByteBuffer.allocate(10)))
                    .as("round %s", round)
                    .isInstanceOf(ReadResult.Bytes.class);
        }
    }

    @Test
    void whatTwoReadAtOnceIsAskedForOnce() throws Exception {
        for (int round = 0; round < 500; round++) {
            LockBytes bytes = bytes(beginPull());
            ThrowingCallable read = () -> bytes.readAt(SOMEWHERE, ByteBuffer.allocate(10));

            race.between(0, read, read);
            fixture.runAll();

            assertThat(names.asked).as("round %s", round).hasSize(2);
        }
    }

    /** A seat in a fetch that ended because its last member left would never be told. */
    @Test
    void nobodyIsSeatedInAFetchThatEnds() throws Exception {
        begin();
        for (int round = 0; round < 10_000; round++) {
            try (var context = fixture.binder.createBindContext(BindOptions.DEFAULT)) {
                context.registerCallback(() -> BindInfo.PUSH);
                var seats = new SeatTaker(fixture, (EngineBindContext) context);
                Member last = seats.take();

                race.between(round % 50, seats::tryAnother, () -> seats.fetch.leave(last));

                assertThat(seats.hasAnother() && seats.fetch.isOver())
                        .as("seated in round %s", round)
                        .isFalse();
            }
        }
    }
}
