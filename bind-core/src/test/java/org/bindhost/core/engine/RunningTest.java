package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.running.RunningObject;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that run under names, and the items in them: A-07, B-27 to B-31, C-14 to C-18. */
class RunningTest {

    @TempDir Path directory;

    /** A container of texts and of other containers. */
    private static final class Box implements ItemContainer {

        private final Map<String, Object> items;
        private final List<String> asked = new ArrayList<>();
        private final List<BindContext> contexts = new ArrayList<>();

        Box(Map<String, Object> items) {
            this.items = items;
        }

        @Override
        public <T> CompletionStage<T> item(
                String item, Class<T> type, BindSpeed speed, BindContext context) {
            asked.add(item + " " + speed);
            contexts.add(context);
            Object found =
                    type == ReadableByteChannel.class && items.get(item) instanceof String text
                            ? Channels.newChannel(new ByteArrayInputStream(bytes(text)))
                            : items.get(item);
            return type.isInstance(found)
                    ? CompletableFuture.completedStage(type.cast(found))
                    : CompletableFuture.failedStage(
                            new BindException(Reason.NOT_FOUND, "the box has no " + item));
        }

        @Override
        public CompletionStage<List<String>> items() {
            return CompletableFuture.completedStage(List.copyOf(items.keySet()));
        }
    }

    private static Moniker parse(EngineFixture fixture, String name) {
        try {
            return fixture.engine.monikers().parse(name);
        } catch (MonikerSyntaxException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static <T> T object(EngineFixture fixture, String name, Class<T> type)
            throws BindException {
        fixture.context.registerCallback(new Recorder(BindInfo.PUSH));
        var result = fixture.binder.bindToObject(parse(fixture, name), fixture.context, type);
        fixture.runAll();
        try {
            return result.content().toCompletableFuture().getNow(null);
        } catch (java.util.concurrent.CompletionException e) {
            throw (BindException) e.getCause();
        }
    }

    /** B-28: the driver is not asked. */
    @Test
    void whatRunsUnderANameIsTheObjectBoundTo() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        var name = parse(fixture, "script:a");
        var registration = running.register(name, "the object", Strength.STRONG);

        assertThat(object(fixture, "script:a", String.class)).isEqualTo("the object");
        assertThatThrownBy(() -> object(fixture, "script:a", Integer.class))
                .hasMessage("what runs as script:a is no java.lang.Integer");
        assertThat(registration.wasRunning()).isFalse();
        assertThat(running.isRunning(name)).isTrue();
        assertThat(running.names()).containsExactly(name);

        registration.close();
        registration.close();
        assertThat(running.isRunning(name)).isFalse();
        assertThatThrownBy(() -> object(fixture, "script:a", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED);
    }

    /** C-15, C-17. */
    @Test
    void ofSeveralUnderOneNameTheOldestIsFound() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        var name = parse(fixture, "script:a");
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
        var name = parse(fixture, "script:a");
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
        fixture.engine
                .runningObjects()
                .register(name, new Box(Map.of("x", "abc")), Strength.STRONG);

        assertThat(parse(fixture, "!untitled")).isEqualTo(name);
        assertThat(parse(fixture, "!untitled!x").parts()).hasSize(2);
        assertThatThrownBy(() -> fixture.engine.monikers().parse("!Other"))
                .isInstanceOf(MonikerSyntaxException.class);
    }

    /** B-29, B-32: to any depth, as an object and as bytes. */
    @Test
    void itemsAreAskedOfWhatRunsToTheirLeft() throws Exception {
        var fixture = new EngineFixture(directory);
        var inner = new Box(Map.of("Text", "the text"));
        var outer = new Box(Map.of("Inner", inner));
        fixture.engine
                .runningObjects()
                .register(parse(fixture, "script:box"), outer, Strength.STRONG);

        assertThat(object(fixture, "script:box!Inner", ItemContainer.class)).isSameAs(inner);
        assertThat(object(fixture, "script:box!Inner!Text", String.class)).isEqualTo("the text");
        assertThat(outer.asked).containsOnly("Inner INDEFINITE");

        var recorder = new Recorder(BindInfo.PUSH);
        fixture.context.registerCallback(recorder);
        var result =
                fixture.binder.bindToStorage(
                        parse(fixture, "script:box!Inner!Text"),
                        fixture.context,
                        InputStream.class);
        fixture.runAll();
        assertThat(recorder.heard()).endsWith("stop:COMPLETED 8");
        try (var in = result.content().toCompletableFuture().join()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes("the text"));
        }
    }

    /** B-29, B-31. */
    @Test
    void whatIsNoContainerOrHasNoSuchItemSaysSo() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.engine
                .runningObjects()
                .register(parse(fixture, "script:box"), new Box(Map.of()), Strength.STRONG);

        assertThatThrownBy(() -> object(fixture, "script:box!gone", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.NOT_FOUND);
        assertThatThrownBy(() -> object(fixture, "script:plain!x", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.INTERMEDIATE_UNSUPPORTED);
    }

    /** B-29, B-30, C-05: the container is given the speed, and the one context. */
    @Test
    void aContainerIsToldHowLongItMayTakeAndInWhichContext() throws Exception {
        var fixture = new EngineFixture(directory);
        var box = new Box(Map.of("x", "abc"));
        fixture.engine
                .runningObjects()
                .register(parse(fixture, "script:box"), box, Strength.STRONG);
        fixture.context.setOptions(
                fixture.context.options().withDeadline(Instant.now().plusSeconds(1)));

        assertThat(object(fixture, "script:box!x", String.class)).isEqualTo("abc");

        assertThat(box.asked).containsExactly("x IMMEDIATE");
        assertThat(box.contexts).containsExactly(fixture.context);
    }

    /** B-29. */
    @Test
    void anItemOfNothingThatDoesNotRunIsNotBindable() {
        var fixture = new EngineFixture(directory);
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.context.registerCallback(recorder);

        assertThatCode(
                        () ->
                                fixture.binder.bindToObject(
                                        fixture.engine.monikers().item("x"),
                                        fixture.context,
                                        String.class))
                .doesNotThrowAnyException();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED NOT_BINDABLE");
    }

    /** B-30, X-12. */
    @Test
    void theDeadlineSaysHowLongAContainerMayTake() {
        var now = Instant.EPOCH;

        assertThat(BindSpeed.of(Optional.empty(), now)).isEqualTo(BindSpeed.INDEFINITE);
        assertThat(BindSpeed.of(Optional.of(now.plusMillis(2499)), now))
                .isEqualTo(BindSpeed.IMMEDIATE);
        assertThat(BindSpeed.of(Optional.of(now.plusMillis(2500)), now))
                .isEqualTo(BindSpeed.MODERATE);
        assertThat(BindOptions.DEFAULT.deadline()).isEmpty();
    }

    /** A service is entered under what it says as soon as a class understands that. */
    @Test
    void aServiceRunsUnderItsNameOnceThatIsUnderstood() throws Exception {
        var fixture = new EngineFixture(directory);
        RunningObjects running = fixture.engine.runningObjects();
        var name = parse(fixture, "script:a");
        fixture.engine.removeDriver("driver");
        RunningObject service = () -> Optional.of("service");
        fixture.engine.runningServices().add("key", List.of("script:a", "!plain"), 5, service);
        assertThat(running.names()).containsExactly(fixture.engine.monikers().item("plain"));

        fixture.addDriver();
        assertThat(running.find(name, String.class)).contains("service");

        fixture.engine.runningServices().remove("key");
        assertThat(running.names()).isEmpty();
    }

    /** C-17. */
    @Test
    void aServiceOfAHigherRankIsFoundFirst() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = parse(fixture, "script:a");
        fixture.engine.runningObjects().register(name, "plain", Strength.STRONG);
        RunningObject service = () -> Optional.of("ranked");

        fixture.engine.runningServices().add("key", List.of("script:a"), 5, service);

        assertThat(fixture.engine.runningObjects().find(name, String.class)).contains("ranked");
    }

    /** C-14: found under the name it was registered as, and under what that stands for. */
    @Test
    void whatRunsUnderAnAliasRunsUnderWhatThatStandsFor() throws Exception {
        var fixture = new EngineFixture(directory);
        var target = parse(fixture, "script:a");
        var alias = Moniker.of(new MonikerPart("alias", "x", "alias:x"));
        var aliases = new AliasNames(target);
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

        running.register(parse(fixture, "script:a"), "a", Strength.STRONG);

        assertThat(before).isEmpty();
        assertThatThrownBy(() -> before.add(parse(fixture, "script:b")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** A document that runs does not take the place of one whose name begins the same. */
    @Test
    void aNameIsNotCutWithinADoubledDelimiter() throws Exception {
        var fixture = new EngineFixture(directory);
        var running = fixture.engine.runningObjects();
        running.register(parse(fixture, "script:a"), "a", Strength.STRONG);

        assertThat(parse(fixture, "script:a!!!x").left()).contains(fixture.name("a!"));
        assertThat(parse(fixture, "script:a!!b")).isEqualTo(fixture.name("a!b"));
    }

    /** C-17: a weak entry whose object was collected reads as not running. */
    @Test
    void aWeakRegistrationKeepsNothingAlive() throws Exception {
        var fixture = new EngineFixture(directory);
        var name = parse(fixture, "script:a");
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
