package org.bindhost.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.host.HostFixture.await;
import static org.bindhost.host.HostFixture.bind;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host decides for its clients: names, priority, and for whom it binds. */
class HostingTest {

    @TempDir private static Path directory;

    private final HostFixture fixture = new HostFixture(directory);

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A control that must not be asked how urgent it is. */
    private static final class Unasked extends DelegatingBindStatusCallback {

        Unasked(Recorder recorder) {
            super(recorder);
        }

        @Override
        public Optional<Priority> priority() {
            throw new AssertionError("the container decides");
        }
    }

    /** G-06 and G-07. */
    @Test
    void aRelativeNameIsOfTheDocument() throws Exception {
        var host = fixture.add("a").site().bindHost().orElseThrow();

        assertThat(host.createMoniker("x.txt").displayName()).isEqualTo("script:dir/x.txt");
        assertThat(host.createMoniker("script:y").displayName()).isEqualTo("script:y");
    }

    /** G-06: one syntax failure for what nobody understands. */
    @Test
    void nonsenseIsNoName() {
        assertThatThrownBy(() -> fixture.container.bindHost().createMoniker("nobodys:x"))
                .isInstanceOf(MonikerSyntaxException.class);
    }

    @Test
    void withoutADocumentThereAreNoRelativeNames() throws Exception {
        var host = fixture.plainHost();

        assertThat(host.createMoniker("script:y").displayName()).isEqualTo("script:y");
        assertThatThrownBy(() -> host.createMoniker("x.txt"))
                .isInstanceOf(MonikerSyntaxException.class);
    }

    /** F-03. */
    @Test
    void theDocumentSaysHowUrgentABindIs() {
        fixture.driver.on("a").content("abc");
        var control = fixture.add("a");
        control.site().bindContext().setOptions(BindOptions.DEFAULT.withPriority(Priority.URGENT));
        var recorder = new Recorder(BindInfo.PUSH);

        var binding = bind(control, "script:a", new Unasked(recorder));

        assertThat(binding.priority()).isEqualTo(Priority.BACKGROUND);
        await(recorder.stopped());
        assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
    }

    @Test
    void withoutADocumentTheContextSaysHowUrgentABindIs() {
        fixture.driver.on("a").content("abc");
        var host = fixture.plainHost();
        var options = BindOptions.DEFAULT.withPriority(Priority.URGENT);

        try (var context = host.createBindContext(options)) {
            var unasked = new Unasked(new Recorder(BindInfo.PUSH));
            var binding = bind(host, context, "script:a", unasked);

            assertThat(binding.priority()).isEqualTo(Priority.URGENT);
        }
    }

    /** G-05. */
    @Test
    void theMediaTypesOfTheControlReachTheDriver() {
        fixture.driver.on("a").content("abc");
        var host = fixture.add("a").site().bindHost().orElseThrow();
        var accepted = List.of(MediaRange.of("text/plain"), MediaRange.of("text/*"));

        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            context.setAccepted(accepted);
            await(bind(host, context, "script:a", new Recorder(BindInfo.PUSH)).completion());
        }

        assertThat(fixture.driver.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.accepted()).isEqualTo(accepted));
    }

    @Test
    void aDriverIsToldTheControlsBundleAndTheDocument() {
        fixture.driver.on("a").content("abc");

        await(bind(fixture.add("a"), "script:a", new Recorder(BindInfo.PUSH)).completion());

        assertThat(requesters())
                .containsExactly(new Requester("bundle.of.keeper", Optional.of(HostFixture.BASE)));
    }

    /** Also where the client made the context without the host. */
    @Test
    void aDriverIsToldTheBundleThatUsesTheHost() {
        fixture.driver.on("a").content("abc");
        var plain = fixture.plainHost();
        var ofDocument = fixture.host(PriorityClass.NORMAL);

        try (var context = fixture.core.binder().createBindContext(BindOptions.DEFAULT)) {
            await(bind(plain, context, "script:a", new Recorder(BindInfo.PUSH)).completion());
            await(bind(ofDocument, context, "script:a", new Recorder(BindInfo.PUSH)).completion());
        }

        assertThat(requesters())
                .containsExactly(
                        new Requester("bundle.of.client", Optional.empty()),
                        new Requester("bundle.of.client", Optional.of(HostFixture.BASE)));
    }

    /** Rules would be those of whom it names. */
    @Test
    void aControlThatNamesAnotherIsStillItself() {
        fixture.driver.on("a").content("abc");
        var control = fixture.add("a");
        var other = new Requester("bundle.of.another", Optional.empty());
        var claimed = BindOptions.DEFAULT.withRequester(other);
        control.site().bindContext().setOptions(claimed);

        await(bind(control, "script:a", new Recorder(BindInfo.PUSH)).completion());
        try (var context = fixture.core.binder().createBindContext(claimed)) {
            await(
                    bind(
                                    control.site().bindHost().orElseThrow(),
                                    context,
                                    "script:a",
                                    new Recorder(BindInfo.PUSH))
                            .completion());
        }

        assertThat(requesters())
                .hasSize(2)
                .containsOnly(new Requester("bundle.of.keeper", Optional.of(HostFixture.BASE)));
    }

    /** G-01: the control hands in its callback, and its context stays as it is. */
    @Test
    void theContextOfTheControlStaysAsItIs() {
        fixture.driver.on("a").content("abc");
        var control = fixture.add("a");
        var before = control.site().bindContext().options();

        await(bind(control, "script:a", new Recorder(BindInfo.PUSH)).completion());

        assertThat(control.site().bindContext().callback()).isEmpty();
        assertThat(control.site().bindContext().options()).isEqualTo(before);
    }

    private List<Requester> requesters() {
        return fixture.driver.requests().stream().map(request -> request.requester()).toList();
    }
}
