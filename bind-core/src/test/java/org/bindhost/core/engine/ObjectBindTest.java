package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatus;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.RunningObjects.Strength;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a client hears that asks for an object: D-42 to D-47. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ObjectBindTest {

    private static final Moniker NAME = Moniker.of(new MonikerPart("made", "a", "made:a"));

    @TempDir Path directory;

    private final Recorder recorder = new Recorder(BindInfo.PUSH);
    private final Makers makers = new Makers();

    /** What is made. */
    private static final class Thing {
        @Override
        public String toString() {
            return "it";
        }
    }

    /** Makes objects once the test says of what. */
    private static final class Makers implements MonikerClass, ObjectMonikerClass {

        final CompletableFuture<Object> made = new CompletableFuture<>();

        @Override
        public String name() {
            return "made";
        }

        @Override
        public boolean isAsynchronous() {
            return true;
        }

        @Override
        public Recognition recognize(String text, Optional<MonikerPart> left) {
            return Recognition.foreign();
        }

        @Override
        public CompletionStage<Content> open(OpenRequest request) {
            throw new AssertionError("nobody asks for bytes");
        }

        @Override
        public <T> CompletionStage<T> bindToObject(OpenRequest request, Class<T> type) {
            request.status().report(BindStatus.FINDING_RESOURCE, "host");
            return made.thenApply(type::cast);
        }
    }

    private EngineFixture fixture() {
        var fixture = new EngineFixture(directory);
        var traits = new DriverTraits("made", "makes objects", List.of(), 0);
        fixture.engine.addDriver("makers", traits, makers);
        fixture.context.registerCallback(recorder);
        return fixture;
    }

    private <T> BindResult<T> bind(EngineFixture fixture, Class<T> type) throws BindException {
        var result = fixture.binder.bindToObject(NAME, fixture.context, type);
        fixture.runAll();
        return result;
    }

    /** D-43, D-44, D-47: nothing of data, and the very object, once. */
    @Test
    void theObjectIsMadeBetweenBeginAndEndAndGivenOnce() throws BindException {
        var fixture = fixture();
        var object = new Thing();
        var result = bind(fixture, Thing.class);
        assertThat(result).isInstanceOf(BindResult.Started.class);
        assertThat(recorder.heard()).endsWith("progress:FINDING_RESOURCE host");

        makers.made.complete(object);
        fixture.runAll();

        assertThat(recorder.heard())
                .containsExactly(
                        "info",
                        "start",
                        "progress:BEGIN_SYNC_OPERATION made:a",
                        "progress:FINDING_RESOURCE host",
                        "progress:END_SYNC_OPERATION made:a",
                        "object:it",
                        "stop:COMPLETED 0");
        assertThat(result.content().toCompletableFuture().getNow(null)).isSameAs(object);
    }

    /** D-42: neither progress nor the driver. */
    @Test
    void whatRunsAlreadyIsGivenWithoutProgress() throws BindException {
        var fixture = fixture();
        var object = new Thing();
        fixture.engine.runningObjects().register(NAME, object, Strength.STRONG);

        var result = bind(fixture, Thing.class);

        assertThat(recorder.heard())
                .containsExactly("info", "start", "object:it", "stop:COMPLETED 0");
        assertThat(result.content().toCompletableFuture().getNow(null)).isSameAs(object);
    }

    /** D-45. */
    @Test
    void anObjectThatCannotBeMadeEndsWhatWasBegun() throws BindException {
        var fixture = fixture();
        makers.made.completeExceptionally(new BindException(Reason.NOT_FOUND, "no such thing"));

        var result = bind(fixture, Thing.class);

        assertThat(recorder.heard())
                .endsWith("progress:END_SYNC_OPERATION made:a", "stop:FAILED NOT_FOUND")
                .doesNotHaveDuplicates();
        assertThat(result.content().toCompletableFuture()).isCompletedExceptionally();
    }

    /** D-45: who makes no objects, and who is not there. */
    @Test
    void whereNobodyMakesObjectsWhatWasBegunIsEndedToo() throws BindException {
        var fixture = fixture();

        fixture.binder.bindToObject(fixture.name("a"), fixture.context, String.class);
        fixture.runAll();

        assertThat(recorder.heard())
                .containsExactly(
                        "info",
                        "start",
                        "progress:BEGIN_SYNC_OPERATION script:a",
                        "progress:END_SYNC_OPERATION script:a",
                        "stop:FAILED UNSUPPORTED");
    }

    @Test
    void abortedInBeginItIsNotAskedFor() throws BindException {
        var fixture = fixture();
        recorder.when("progress:BEGIN", () -> recorder.binding().orElseThrow().abort());

        bind(fixture, Thing.class);

        assertThat(recorder.heard())
                .containsExactly(
                        "info",
                        "start",
                        "progress:BEGIN_SYNC_OPERATION made:a",
                        "progress:END_SYNC_OPERATION made:a",
                        "stop:ABORTED");
    }

    /** D-47. */
    @Test
    void aSynchronousCallReturnsTheVeryObject() throws BindException, IOException {
        var object = new Thing();
        makers.made.complete(object);
        var synchronous = new Recorder(BindInfo.SYNCHRONOUS);
        try (var core = BindCore.open("test", CoreSettings.defaults(directory), List.of(makers));
                var context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(synchronous);

            var result = core.binder().bindToObject(NAME, context, Thing.class);

            assertThat(result)
                    .isInstanceOfSatisfying(
                            BindResult.Bound.class,
                            bound -> assertThat(bound.value()).isSameAs(object));
            assertThat(synchronous.heard()).endsWith("object:it", "stop:COMPLETED 0");
            assertThatThrownBy(() -> core.binder().bindToObject(NAME, context, Integer.class))
                    .isInstanceOf(BindException.class);
        }
    }
}
