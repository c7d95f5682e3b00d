package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.naming.Aliases;
import org.bindhost.core.running.RunningObject;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.spi.DisplayNameParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that run under names: A-07, B-27, B-28, C-14 to C-18. */
class RunningTest {

    @TempDir Path directory;

    /** B-28: the driver is not asked. */
    @Test
    void whatRunsUnderANameIsTheObjectBoundTo() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        var name = fixture.parse("script:a");
        var registration = running.register(name, "the object", Strength.STRONG);

        assertThat(fixture.object("script:a", String.class)).isEqualTo("the object");
        assertThatThrownBy(() -> fixture.object("script:a", Integer.class))
                .hasMessage("what runs as script:a is no java.lang.Integer");
        assertThat(registration.wasRunning()).isFalse();
        assertThat(running.isRunning(name)).isTrue();
        assertThat(running.names()).containsExactly(name);

        registration.close();
        registration.close();
        assertThat(running.isRunning(name)).isFalse();
        assertThatThrownBy(() -> fixture.object("script:a", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED);
    }

    /** C-15, C-17. */
    @Test
    void ofSeveralUnderOneNameTheOldestIsFound() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        var name = fixture.parse("script:a");
        var first = running.register(name, "first", Strength.STRONG);
        var second = running.register(name, "second", Strength.STRONG);

        assertThat(second.wasRunning()).isTrue();
        assertThat(running.find(name, String.class)).contains("first");
        assertThat(running.find(name, Integer.class)).isEmpty();
        first.close();
        assertThat(running.find(name, String.class)).contains("second");
    }

    @Test
    void whatAClientRegisteredGoesWithIt() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = fixture.parse("script:a");
        var theirs = fixture.engine.runningObjects();
        var ours = fixture.engine.runningObjects();
        var registration = theirs.register(name, "theirs", Strength.STRONG);

        theirs.close();

        assertThat(ours.isRunning(registration.name())).isFalse();
    }

    /** found by the text it was registered as, which no class need understand. */
    @Test
    void aNameThatOnlyRunsIsParsed() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = fixture.engine.monikers().item("untitled");
        fixture.engine.runningObjects().register(name, "a container", Strength.STRONG);

        assertThat(fixture.parse("!untitled")).isEqualTo(name);
        assertThat(fixture.parse("!untitled!x").parts()).hasSize(2);
        assertThatThrownBy(() -> fixture.engine.monikers().parse("!Other"))
                .isInstanceOf(MonikerSyntaxException.class);
    }

    /** A service is entered under what it says as soon as a class understands that. */
    @Test
    void aServiceRunsUnderItsNameOnceThatIsUnderstood() throws Exception {
        var fixture = new EngineFixture(directory);
        RunningObjects running = fixture.engine.runningObjects();
        var name = fixture.parse("script:a");
        fixture.engine.removeDriver("driver");
        RunningObject service = () -> Optional.of("service");
        fixture.engine.runningServices().add("key", List.of("script:a", "!plain"), 5, service);
        assertThat(running.names()).containsExactly(fixture.engine.monikers().item("plain"));

        fixture.addDriver();
        assertThat(running.find(name, String.class)).contains("service");

        fixture.engine.runningServices().remove("key");
        assertThat(running.names()).isEmpty();
    }

    @Test
    void aServiceRunsUnderItsNameOnceAParserUnderstandsIt() throws Exception {
        var fixture = new EngineFixture(directory);
        RunningObject service = () -> Optional.of("service");
        fixture.engine.runningServices().add("key", List.of("home"), 0, service);
        assertThat(fixture.engine.runningObjects().names()).isEmpty();

        var head = new DisplayNameParser.Head(fixture.name("a"), "home".length());
        fixture.engine.addParser("parser", "aliases", 0, (text, base) -> Optional.of(head));

        assertThat(fixture.engine.runningObjects().find(fixture.name("a"), String.class))
                .contains("service");
    }

    /** C-17. */
    @Test
    void aServiceOfAHigherRankIsFoundFirst() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = fixture.parse("script:a");
        fixture.engine.runningObjects().register(name, "plain", Strength.STRONG);
        RunningObject service = () -> Optional.of("ranked");

        fixture.engine.runningServices().add("key", List.of("script:a"), 5, service);

        assertThat(fixture.engine.runningObjects().find(name, String.class)).contains("ranked");
    }

    /** C-14: found under the name it was registered as, and under what that stands for. */
    @Test
    void whatRunsUnderAnAliasRunsUnderWhatThatStandsFor() throws Exception {
        var fixture = new EngineFixture(directory);
        var target = fixture.parse("script:a");
        var alias = Moniker.of(new MonikerPart("alias", "x", "alias:x"));
        var aliases = new Aliases();
        aliases.targets.put("x", target);
        fixture.engine.addDriver(
                aliases, new DriverTraits("alias", "alias", List.of(), 0), aliases);
        var running = fixture.engine.runningObjects();

        var registration = running.register(alias, "the object", Strength.STRONG);

        assertThat(registration.name()).isEqualTo(target);
        assertThat(running.find(alias, String.class)).contains("the object");
        assertThat(running.find(target, String.class)).contains("the object");
        assertThat(running.isRunning(alias)).isTrue();
    }

    /** C-18: what is registered later does not show. */
    @Test
    void theListOfNamesIsASnapshot() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        var before = running.names();

        running.register(fixture.parse("script:a"), "a", Strength.STRONG);

        assertThat(before).isEmpty();
        assertThatThrownBy(() -> before.add(fixture.parse("script:b")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** A document that runs does not take the place of one whose name begins the same. */
    @Test
    void aNameIsNotCutWithinADoubledDelimiter() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        running.register(fixture.parse("script:a"), "a", Strength.STRONG);

        assertThat(fixture.parse("script:a!!!x").left()).contains(fixture.name("a!"));
        assertThat(fixture.parse("script:a!!b")).isEqualTo(fixture.name("a!b"));
    }

    /** C-17: a weak entry whose object was collected reads as not running. */
    @Test
    void aWeakRegistrationKeepsNothingAlive() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = fixture.parse("script:a");
        var running = fixture.engine.runningObjects();
        var registration = running.register(name, new Object(), Strength.WEAK);

        for (int round = 0; round < 1_000 && running.isRunning(name); round++) {
            System.gc();
        }

        assertThat(running.isRunning(registration.name())).isFalse();
        assertThat(running.find(name, Object.class)).isEmpty();
        assertThat(running.names()).isEmpty();
    }
}
