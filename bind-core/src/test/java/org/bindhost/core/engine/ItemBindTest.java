package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindSpeed;
import org.bindhost.bind.ItemContainer;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items, asked of the containers to their left: B-29 to B-32, C-05. */
class ItemBindTest {

    @TempDir Path directory;

    /** B-29, B-32: to any depth, as an object and as bytes. */
    @Test
    void itemsAreAskedOfWhatRunsToTheirLeft() throws Exception {
        var fixture = new EngineFixture(directory);
        var inner = new Box(Map.of("Text", "the text"));
        var outer = new Box(Map.of("Inner", inner));
        fixture.engine
                .runningObjects()
                .register(fixture.parse("script:box"), outer, Strength.STRONG);

        assertThat(fixture.object("script:box!Inner", ItemContainer.class)).isSameAs(inner);
        assertThat(fixture.object("script:box!Inner!Text", String.class)).isEqualTo("the text");
        assertThat(outer.asked).containsOnly("Inner INDEFINITE");

        var recorder = new Recorder(BindInfo.PUSH);
        fixture.context.registerCallback(recorder);
        var result =
                fixture.binder.bindToStorage(
                        fixture.parse("script:box!Inner!Text"), fixture.context, InputStream.class);
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
                .register(fixture.parse("script:box"), new Box(Map.of()), Strength.STRONG);

        assertThatThrownBy(() -> fixture.object("script:box!gone", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.NOT_FOUND);
        assertThatThrownBy(() -> fixture.object("script:plain!x", String.class))
                .hasFieldOrPropertyWithValue("reason", Reason.INTERMEDIATE_UNSUPPORTED);
    }

    /** B-29, B-30, C-05: the container is given the speed, and the one context. */
    @Test
    void aContainerIsToldHowLongItMayTakeAndInWhichContext() throws Exception {
        var fixture = new EngineFixture(directory);
        var box = new Box(Map.of("x", "abc"));
        fixture.engine.runningObjects().register(fixture.parse("script:box"), box, Strength.STRONG);
        fixture.context.setOptions(
                fixture.context.options().withDeadline(Instant.now().plusSeconds(1)));

        assertThat(fixture.object("script:box!x", String.class)).isEqualTo("abc");

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
}
