package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Requester;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Sharing;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.bindhost.testkit.ScriptedOpen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What transfers of one origin, and of one document, share: F-03. */
class TogetherTest {

    @TempDir Path directory;

    /** An engine with two places for each origin. */
    private EngineFixture fixture() {
        var settings =
                new CoreSettings(16, 0, 1 << 20, 1 << 20, directory)
                        .withSharing(new Sharing(2, 0, 32))
                        .withPolicy(BindPolicy.OPEN);
        var fixture = new EngineFixture(settings);
        var traits = new DriverTraits("script", "names with origins", List.of("script"), 1);
        fixture.engine.addDriver("origins", traits, new OriginNames(fixture.driver));
        return fixture;
    }

    private static Binding bind(EngineFixture fixture, String name) throws BindException {
        var result = fixture.bind(name, new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();
        return result.binding();
    }

    /** Binds for a document. */
    private static Binding bind(EngineFixture fixture, String name, String document)
            throws BindException {
        var options =
                new BindOptions(
                        BindOptions.Mode.READ,
                        BindOptions.DEFAULT.priority(),
                        Optional.empty(),
                        Optional.of(new Requester("tester", Optional.of(document))),
                        Optional.empty());
        var context = fixture.binder.createBindContext(options);
        context.registerCallback(new Recorder(BindInfo.PUSH));
        var result = fixture.binder.bindToStorage(fixture.name(name), context, InputStream.class);
        fixture.runAll();
        return result.binding();
    }

    @Test
    void noMoreAreOpenedAtAnOriginThanItTakes() throws BindException {
        var fixture = fixture();
        List<ScriptedOpen> opens =
                List.of(
                        fixture.driver.on("dead/1").hold(),
                        fixture.driver.on("dead/2").hold(),
                        fixture.driver.on("dead/3").hold(),
                        fixture.driver.on("good/1").hold());
        Binding first = bind(fixture, "dead/1");
        bind(fixture, "dead/2");
        bind(fixture, "dead/3");
        bind(fixture, "good/1");

        assertThat(opens)
                .extracting(open -> open.request().isPresent())
                .containsExactly(true, true, false, true);

        first.abort();
        fixture.runAll();
        assertThat(opens.get(2).request()).isPresent();
    }

    @Test
    void aRedirectWaitsForItsTurnWhereItLeads() throws BindException {
        var fixture = fixture();
        fixture.driver.on("good/1").redirect("script:dead/3");
        ScriptedOpen moved = fixture.driver.on("dead/3").hold();
        ScriptedOpen next = fixture.driver.on("good/3").hold();
        fixture.driver.on("dead/1").hold();
        fixture.driver.on("dead/2").hold();
        fixture.driver.on("good/2").hold();
        Binding dead = bind(fixture, "dead/1");
        bind(fixture, "dead/2");
        bind(fixture, "good/2");
        bind(fixture, "good/1");
        bind(fixture, "good/3");

        assertThat(moved.request()).isEmpty();
        assertThat(next.request()).isPresent();

        dead.abort();
        fixture.runAll();
        assertThat(moved.request()).isPresent();
    }

    @Test
    void aDriverThatCannotTellTheOriginCostsNoBind() throws BindException {
        var fixture = fixture();
        fixture.driver.on("broken/1").content("abc");

        Binding binding = bind(fixture, "broken/1");

        assertThat(binding.state()).isEqualTo(BindState.COMPLETED);
    }

    @Test
    void whatWaitsForADocumentIsNotOpened() throws BindException {
        var fixture = fixture();
        ScriptedOpen held = fixture.driver.on("a").hold();
        ScriptedOpen other = fixture.driver.on("b").hold();

        assertThat(fixture.engine.traffic().suspend("doc")).isTrue();
        assertThat(fixture.engine.traffic().suspend("doc")).isFalse();
        bind(fixture, "a", "doc");
        bind(fixture, "b");

        assertThat(held.request()).isEmpty();
        assertThat(other.request()).isPresent();

        assertThat(fixture.engine.traffic().resume("doc")).isTrue();
        fixture.runAll();
        assertThat(held.request()).isPresent();
    }

    /** Neither lets go what the other holds. */
    @Test
    void suspendingABindAndItsDocumentCompose() throws BindException {
        var fixture = fixture();
        ScriptedBody body = fixture.driver.on("a").body(new byte[3 << 19], announced(3 << 19), 0);
        Binding binding = bind(fixture, "a", "doc");
        long before = body.granted();
        binding.suspend();
        fixture.engine.traffic().suspend("doc");
        body.deliverAll();
        fixture.runAll();

        binding.resume();
        fixture.runAll();
        assertThat(body.granted()).isEqualTo(before);

        binding.suspend();
        fixture.engine.traffic().resume("doc");
        fixture.runAll();
        assertThat(body.granted()).isEqualTo(before);

        binding.resume();
        fixture.runAll();
        assertThat(body.granted()).isGreaterThan(before);
    }

    @Test
    void everythingIsSuspendedAndResumedAtOnce() throws BindException {
        var fixture = fixture();
        ScriptedOpen held = fixture.driver.on("a").hold();

        assertThat(fixture.engine.traffic().suspendAll()).isTrue();
        bind(fixture, "a");
        assertThat(held.request()).isEmpty();

        assertThat(fixture.engine.traffic().resumeAll()).isTrue();
        assertThat(fixture.engine.traffic().resumeAll()).isFalse();
        fixture.runAll();
        assertThat(held.request()).isPresent();
    }

    @Test
    void aDocumentIsGrantedItsRateOnly() throws BindException {
        var fixture = fixture();
        fixture.engine.traffic().limit("doc", 10_000);
        ScriptedBody slow = fixture.driver.on("a").body(new byte[1 << 20], announced(1 << 20), 0);
        ScriptedBody fast = fixture.driver.on("b").body(new byte[1 << 20], announced(1 << 20), 0);

        bind(fixture, "a", "doc");
        bind(fixture, "b");
        fixture.threads.clock.advance(Duration.ofSeconds(2));

        assertThat(slow.granted()).isBetween(19_000L, 21_000L);
        assertThat(fast.granted()).isEqualTo(1 << 20);
    }

    @Test
    void aRateBelowZeroIsRefused() {
        var traffic = fixture().engine.traffic();

        assertThatThrownBy(() -> traffic.limit("doc", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
