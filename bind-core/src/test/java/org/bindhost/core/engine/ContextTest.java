package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindKey;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.Moniker;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bind contexts: C-02 to C-12, X-1, X-18. */
class ContextTest {

    @TempDir Path directory;

    private final BindContext context = new EngineBindContext(BindOptions.DEFAULT, closed -> {});

    private static BindStatusCallback callback() {
        return new Recorder(BindInfo.PUSH);
    }

    /** C-01: it reads, as urgent as usual, for as long as it takes, and reports to nobody. */
    @Test
    void aContextBeginsWithNothingAskedOfIt() {
        assertThat(context.options()).isEqualTo(BindOptions.DEFAULT);
        assertThat(context.options().mode()).isEqualTo(BindOptions.Mode.READ);
        assertThat(context.options().priority()).isEqualTo(Priority.NORMAL);
        assertThat(context.options().deadline()).isEmpty();
        assertThat(context.options().executor()).isEmpty();
        assertThat(context.callback()).isEmpty();
    }

    /** C-08: a bind reports to whoever was the callback when it was made, and to nobody else. */
    @Test
    void onlyTheCallbackRegisteredLastHearsOfABind() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var former = new Recorder(BindInfo.PUSH);
        var present = new Recorder(BindInfo.PUSH);
        var later = new Recorder(BindInfo.PUSH);
        fixture.context.registerCallback(former);

        fixture.bind("a", present, InputStream.class);
        fixture.context.registerCallback(later);
        fixture.runAll();

        assertThat(former.heard()).isEmpty();
        assertThat(present.heard()).endsWith("stop:COMPLETED 3");
        assertThat(later.heard()).isEmpty();
    }

    /** C-08. */
    @Test
    void aCallbackReplacesTheFormerAndHandsItBack() {
        var first = callback();
        var second = callback();

        assertThat(context.registerCallback(first)).isEmpty();
        assertThat(context.registerCallback(second)).containsSame(first);
        assertThat(context.callback()).containsSame(second);
    }

    /** C-10. */
    @Test
    void onlyThePresentCallbackCanBeRevoked() {
        var present = callback();
        context.registerCallback(present);

        context.revokeCallback(callback());
        assertThat(context.callback()).containsSame(present);
        context.revokeCallback(present);
        assertThat(context.callback()).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> context.revokeCallback(null));
    }

    /** C-12. */
    @Test
    void acceptsAnythingUnlessToldOtherwise() {
        assertThat(context.accepted()).containsExactly(MediaRange.ANY);
        assertThatIllegalArgumentException().isThrownBy(() -> context.setAccepted(List.of()));

        context.setAccepted(List.of(MediaRange.of("image/png"), MediaRange.of("image/*")));

        assertThat(context.accepted())
                .extracting(MediaRange::toString)
                .containsExactly("image/png", "image/*");
    }

    /** C-06. */
    @Test
    void parametersAreKeptByNameAndType() {
        var key = new BindKey<>("a", String.class);
        context.setParameter(key, "one");
        context.setParameter(key, "two");

        assertThat(context.parameter(key)).contains("two");
        assertThat(context.parameter(new BindKey<>("A", String.class))).isEmpty();
        assertThat(context.removeParameter(key)).isTrue();
        assertThat(context.removeParameter(key)).isFalse();
        assertThatNullPointerException().isThrownBy(() -> context.setParameter(key, null));
    }

    /** C-03, C-05 and X-18: in reverse order, once each, and a failure stops none of the others. */
    @Test
    void objectsAreReleasedInReverseOrder() {
        var released = new ArrayList<String>();
        context.registerObjectBound((AutoCloseable) () -> released.add("first"));
        context.registerObjectBound(
                (AutoCloseable)
                        () -> {
                            throw new IllegalStateException("will not close");
                        });
        var revoked = context.registerObjectBound((AutoCloseable) () -> released.add("revoked"));
        context.registerObjectBound((AutoCloseable) () -> released.add("last"));
        revoked.close();
        revoked.close();

        context.close();
        context.close();

        assertThat(released).containsExactly("revoked", "last", "first");
    }

    /** C-05: parameters and options stay. */
    @Test
    void releasingTheObjectsReleasesNothingElse() {
        var key = new BindKey<>("a", String.class);
        var released = new ArrayList<String>();
        var options = BindOptions.DEFAULT.withPriority(Priority.URGENT);
        var present = callback();
        context.setParameter(key, "kept");
        context.setOptions(options);
        context.registerCallback(present);
        context.registerObjectBound((AutoCloseable) () -> released.add("first"));
        context.registerObjectBound("no closeable");
        context.registerObjectBound((AutoCloseable) () -> released.add("second"));
        assertThat(released).isEmpty();

        context.releaseBoundObjects();
        context.releaseBoundObjects();
        context.registerObjectBound((AutoCloseable) () -> released.add("third"));

        assertThat(released).containsExactly("second", "first");
        assertThat(context.parameter(key)).contains("kept");
        assertThat(context.options()).isEqualTo(options);
        assertThat(context.callback()).containsSame(present);
        context.close();
        assertThat(released).containsExactly("second", "first", "third");
        assertThat(context.parameter(key)).isEmpty();
    }

    /**
     * C-06: a key of another type is another key, and what a context does not own it keeps open.
     */
    @Test
    void aParameterIsNeitherOfAnotherTypeNorClosed() {
        var closed = new ArrayList<String>();
        var key = new BindKey<>("a", AutoCloseable.class);
        context.setParameter(key, () -> closed.add("it"));

        assertThat(context.parameter(new BindKey<>("a", String.class))).isEmpty();
        context.setParameter(key, () -> {});
        context.close();

        assertThat(closed).isEmpty();
    }

    /** Nothing is null: neither kept, nor accepted, nor called back. */
    @Test
    void nothingIsRefusedAtTheBorder() {
        assertThatNullPointerException().isThrownBy(() -> context.registerObjectBound(null));
        assertThatNullPointerException().isThrownBy(() -> context.registerCallback(null));
        assertThatNullPointerException().isThrownBy(() -> context.setAccepted(null));
        assertThatNullPointerException().isThrownBy(() -> context.setOptions(null));
    }

    /** C-02, C-12: hosts ask of what they fetch what they like. */
    @Test
    void aViewBeginsWithTheAcceptedTypesAndChangesItsOwn() {
        context.setAccepted(List.of(MediaRange.of("image/png")));
        var view = context.derive(BindOptions.DEFAULT, callback());
        assertThat(view.accepted()).isEqualTo(context.accepted());

        view.setAccepted(List.of(MediaRange.ANY));

        assertThat(context.accepted()).containsExactly(MediaRange.of("image/png"));
    }

    /** C-02: a view shares parameters and keeps its own options and callback. */
    @Test
    void aViewSharesAllButOptionsAndCallback() {
        var key = new BindKey<>("a", String.class);
        var view = context.derive(BindOptions.DEFAULT.withPriority(Priority.URGENT), callback());

        context.setParameter(key, "set later");

        assertThat(view.parameter(key)).contains("set later");
        view.removeParameter(key);
        assertThat(context.parameter(key)).isEmpty();
        assertThat(view.options().priority()).isEqualTo(Priority.URGENT);
        assertThat(context.options().priority()).isEqualTo(Priority.NORMAL);
        assertThat(context.callback()).isEmpty();
    }

    @Test
    void closingAContextAbortsItsBindsAndThoseOfItsViews() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").body(bytes("abc"), announced(5), 0).deliver(3);
        var recorder = new Recorder(BindInfo.PUSH);
        var view = fixture.context.derive(BindOptions.DEFAULT, recorder);
        fixture.binder.bindToStorage(fixture.name("a"), view, InputStream.class);
        fixture.runAll();

        fixture.context.close();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
    }

    /** C-12 and the requester, as the driver sees them. */
    @Test
    void aDriverSeesWhatTheContextAsks() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        fixture.context.setAccepted(List.of(MediaRange.of("image/png")));
        fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();

        var request = fixture.driver.requests().get(0);

        assertThat(request.accepted()).containsExactly(MediaRange.of("image/png"));
        assertThat(request.requester()).isEqualTo(EngineFixture.TESTER);
    }

    @Test
    void aHostCanNameForWhomItBinds() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var control = new Requester("control", java.util.Optional.of("http://host/doc"));
        fixture.context.setOptions(BindOptions.DEFAULT.withRequester(control));

        fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();

        assertThat(fixture.driver.requests().get(0).requester()).isEqualTo(control);
    }

    /** C-07. */
    @Test
    void aDeadlineEndsTheBind() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").hold();
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.context.setOptions(
                BindOptions.DEFAULT.withDeadline(Instant.now().plus(Duration.ofMinutes(1))));
        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        var left = new ArrayList<Moniker>();
        recorder.when(
                "stop",
                () -> fixture.context.parameter(BindContext.DEADLINE_MONIKER).ifPresent(left::add));
        fixture.threads.clock.advance(Duration.ofMinutes(2));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED DEADLINE");
        assertThat(left).containsExactly(fixture.name("a"));
        assertThat(fixture.threads.clock.waiting()).isZero();
    }

    /** C-07: only of whoever met it. */
    @Test
    void aBindThatIsOverInTimeLeavesNoNameInItsContext() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        fixture.context.setOptions(
                BindOptions.DEFAULT.withDeadline(Instant.now().plus(Duration.ofMinutes(1))));
        fixture.bind("a", new Recorder(BindInfo.PUSH), InputStream.class);
        fixture.runAll();

        fixture.threads.clock.advance(Duration.ofMinutes(2));
        fixture.runAll();

        assertThat(fixture.context.parameter(BindContext.DEADLINE_MONIKER)).isEmpty();
    }

    /** What a client leaves open is closed when it goes. */
    @Test
    void aBinderThatClosesClosesItsContextsAndTheirResults() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        fixture.bind("a", new Recorder(BindInfo.PUSH), Path.class);
        fixture.runAll();
        assertThat(directory).isNotEmptyDirectory();

        fixture.binder.close();

        assertThat(directory).isEmptyDirectory();
        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.bind("a", callback(), InputStream.class));
    }
}
