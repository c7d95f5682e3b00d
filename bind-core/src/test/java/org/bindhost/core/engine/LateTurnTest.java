package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.core.CoreSettings;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.Validator;
import org.bindhost.storage.LockBytes;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Binds that share a fetch, and have their turns early or late. */
@Timeout(30)
class LateTurnTest {

    private static final int ROOM = 1 << 16;

    @TempDir Path directory;

    private final Recorder first = new Recorder(BindInfo.PUSH);
    private final Recorder second = new Recorder(BindInfo.PUSH);
    private EngineFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new EngineFixture(new CoreSettings(2, 0, ROOM, ROOM, directory));
    }

    private Binding bind(BindStatusCallback callback, Class<?> type) throws BindException {
        return bind(BindOptions.DEFAULT, callback, type);
    }

    private Binding bind(BindOptions options, BindStatusCallback callback, Class<?> type)
            throws BindException {
        var context = fixture.binder.createBindContext(options);
        context.registerCallback(callback);
        return fixture.binder.bindToStorage(fixture.name("a"), context, type).binding();
    }

    /** It has a reader by then, which has lost its bytes, and would never be told why. */
    @Test
    void whoeverHasJoinedAndHadNoTurnYetHearsThatTheSpoolIsFull() throws BindException {
        var body = fixture.driver.on("a").body(new byte[4 * ROOM], announced(4 * ROOM), 0);
        bind(first, LockBytes.class);
        fixture.runAll();
        body.deliver(ROOM);
        fixture.runAll(); // to disk, as all is kept of what is read at random

        body.deliver(ROOM); // which has to follow, and then there is no room for it
        bind(second, InputStream.class);
        fixture.runAll();
        body.deliverAll();
        fixture.runAll();

        assertThat(first.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(second.heard()).endsWith("stop:FAILED SPOOL_FULL");
        assertThat(body.isCancelled()).isTrue();
    }

    /** A client that suspends its bind as soon as it has it. */
    private static final class Reluctant implements BindStatusCallback {

        private Optional<BindOutcome> outcome = Optional.empty();

        @Override
        public BindInfo getBindInfo() {
            return BindInfo.PUSH;
        }

        @Override
        public void onStartBinding(Binding binding) {
            binding.suspend();
        }

        @Override
        public void onStopBinding(BindOutcome its) {
            outcome = Optional.of(its);
        }
    }

    /** E-02: the one that is left has not even joined. */
    @Test
    void nothingMovesForWhoWasSuspendedInItsFirstTurn() throws BindException {
        var info =
                new ContentInfo(
                        Optional.of("text/plain"),
                        OptionalLong.of(1_000),
                        Optional.of(new Validator("\"1\"", true)),
                        Freshness.UNSAID,
                        true);
        var open = fixture.driver.on("a").hold();
        var body = fixture.driver.on("b").body(new byte[1_000], info, 0);
        var one = bind(first, LockBytes.class);
        var reluctant = new Reluctant();
        var other = bind(reluctant, InputStream.class);
        fixture.runAll();

        one.abort();
        open.complete(new Content.Found(info, 0, body));
        fixture.runAll();
        assertThat(body.isStarted()).isTrue();
        assertThat(body.granted()).isZero();

        other.resume();
        body.deliverAll();
        fixture.runAll();
        assertThat(reluctant.outcome).contains(new BindOutcome.Completed(1_000));
    }

    /** Its turns are at once, within what ended the fetch. */
    @Test
    void whoeverAsksAgainAsSoonAsItHearsTheEndFetchesAnew() throws BindException {
        var atOnce = BindOptions.DEFAULT.withExecutor(Runnable::run);
        var body = fixture.driver.on("a").body(new byte[10], announced(10), 0);
        bind(atOnce, new Again(), InputStream.class);

        body.deliverAll();
        fixture.runAll();

        assertThat(fixture.driver.requests()).hasSize(2);
    }

    /** A client that asks again. */
    private final class Again implements BindStatusCallback {

        @Override
        public BindInfo getBindInfo() {
            return BindInfo.PUSH;
        }

        @Override
        public void onStopBinding(BindOutcome outcome) {
            try {
                bind(second, InputStream.class);
            } catch (BindException e) {
                throw new AssertionError(e);
            }
        }
    }
}
