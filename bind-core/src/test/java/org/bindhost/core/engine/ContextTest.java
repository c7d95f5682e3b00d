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

    /** C-02: a view shares parameters and keeps its own options and callback. */
    @Test
    void aViewSharesAllButOptionsAndCallback() {
        var key = new BindKey<>("a", String.class);
        var view = context.derive(BindOptions.DEFAULT.withPriority(Priority.URGENT), callback());

        context.setParameter(key, "set later");

        assertThat(view.parameter(key)).contains("set later");
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

        fixture.threads.clock.advance(Duration.ofMinutes(2));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED DEADLINE");
        assertThat(fixture.threads.clock.waiting()).isZero();
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
