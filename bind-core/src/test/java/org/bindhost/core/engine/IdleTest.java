package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Sharing;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.Validator;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connection that nobody uses is given back, and the transfer goes on when it is wanted. */
@Timeout(30)
class IdleTest {

    private static final int LENGTH = 3_000_000;
    private static final int REACHED = 100_000;
    private static final Duration LONG = Duration.ofSeconds(3 * Sharing.DEFAULT_IDLE_SECONDS);

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];
    private EngineFixture fixture;
    private ScriptedBody body;

    private static ContentInfo info(boolean strong) {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.of(LENGTH),
                Optional.of(new Validator("\"1\"", strong)),
                Freshness.UNSAID,
                true);
    }

    private BindResult<InputStream> bind(Recorder callback, String name, boolean strong)
            throws BindException {
        new Random(9).nextBytes(content);
        fixture = new EngineFixture(CoreSettings.defaults(directory));
        fixture.threads.beOurs();
        var traits = new DriverTraits("script", "names with origins", List.of("script"), 1);
        fixture.engine.addDriver("origins", traits, new OriginNames(fixture.driver));
        body = fixture.driver.on(name).body(content, info(strong), 0);
        fixture.driver.on(name).content(content, info(strong));
        var result = fixture.bind(name, callback, InputStream.class);
        fixture.runAll();
        body.deliver(REACHED);
        fixture.runAll();
        return result;
    }

    private void pass(Duration time) {
        for (int step = 0; step < 10; step++) {
            fixture.threads.clock.advance(time.dividedBy(10));
            fixture.runAll();
        }
    }

    private byte[] rest(Recorder callback) throws Exception {
        fixture.runAll();
        return ((InputStream) callback.data().orElseThrow().content()).readAllBytes();
    }

    @Test
    void whoeverIsSuspendedForLongGivesItsConnectionBackAndGoesOn() throws Exception {
        var push = new Recorder(BindInfo.PUSH);
        var binding = bind(push, "host/a", true).binding();
        binding.suspend();
        body.deliverAll(); // what was on its way
        pass(LONG);
        assertThat(body.isCancelled()).isTrue();
        assertThat(push.heard()).noneMatch(entry -> entry.startsWith("stop"));

        binding.resume();
        fixture.runAll();

        assertThat(push.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(rest(push)).isEqualTo(content);
    }

    @Test
    void aPullThatIsNotReadGivesItsConnectionBackAndGoesOnWhereItIsRead() throws Exception {
        var pull = new Recorder(BindInfo.PULL);
        var in = bind(pull, "host/a", true).content().toCompletableFuture().getNow(null);
        body.deliverAll(); // as far as it was asked for
        pass(LONG);
        assertThat(body.isCancelled()).isTrue();
        assertThat(fixture.driver.requests()).hasSize(1);

        int had = in.available();
        assertThat(in.readNBytes(had)).isEqualTo(Arrays.copyOf(content, had));
        fixture.runAll();

        assertThat(fixture.driver.requests()).hasSize(2);
        assertThat(fixture.driver.requests().get(1).range().orElseThrow().offset()).isEqualTo(had);
    }

    @Test
    void whatCannotGoOnKeepsItsConnection() throws Exception {
        var pull = new Recorder(BindInfo.PULL);
        bind(pull, "host/a", false);
        body.deliverAll();
        pass(LONG);

        assertThat(body.isCancelled()).isFalse();
        assertThat(fixture.threads.clock.waiting()).as("timers").isZero();
    }

    /** Going on would be asking for it a second time. */
    @Test
    void whatMayDoSomethingKeepsItsConnection() throws Exception {
        var info = new BindInfo(BindInfo.PUSH.flags(), "POST", Optional.empty(), "");
        var binding = bind(new Recorder(info), "host/a", true).binding();
        binding.suspend();
        body.deliverAll();
        pass(LONG);
        binding.resume();
        fixture.runAll();

        assertThat(body.isCancelled()).isFalse();
        assertThat(fixture.driver.requests()).hasSize(1);
    }

    /** What has no origin has no connection. */
    @Test
    void whatHasNoOriginKeepsWhatItHas() throws Exception {
        bind(new Recorder(BindInfo.PULL), "local", true);
        body.deliverAll();
        pass(LONG);

        assertThat(body.isCancelled()).isFalse();
    }

    @Test
    void whatIsWaitedForIsNotIdle() throws Exception {
        bind(new Recorder(BindInfo.PUSH), "host/a", true);
        pass(LONG);

        assertThat(body.isCancelled()).isFalse();
    }
}
