package org.bindhost.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.host.HostFixture.await;
import static org.bindhost.host.HostFixture.bind;
import static org.bindhost.host.HostFixture.heard;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.container.BindHost;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes takes the binds along, and they have heard of it by then: K-07. */
@Timeout(60)
class ClosingTest {

    @TempDir private static Path directory;

    private final HostFixture fixture = new HostFixture(directory);

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A bind of which two bytes of five have come, through a control or a host. */
    private Recorder underWay(String control) {
        return underWay(fixture.add(control));
    }

    private Recorder underWay(SiteKeeper control) {
        var site = control.site();
        var recorder = new Recorder(BindInfo.PUSH);
        var first = heard(recorder, "data:first");
        fixture.five("a").deliver(2);
        bind(site.bindHost().orElseThrow(), site.bindContext(), "script:a", recorder);
        await(first);
        return recorder;
    }

    private Recorder underWay(BindHost host) {
        var recorder = new Recorder(BindInfo.PUSH);
        var first = heard(recorder, "data:first");
        fixture.five("a").deliver(2);
        bind(host, host.createBindContext(BindOptions.DEFAULT), "script:a", recorder);
        await(first);
        return recorder;
    }

    @Test
    void closingADocumentAbortsWhatIsUnderWayInIt() {
        var ofControl = underWay("a");
        var ofContainer = underWay(fixture.container.bindHost());
        var ofHost = underWay(fixture.host(PriorityClass.BACKGROUND));

        fixture.container.deactivate();

        assertThat(ofControl.heard()).endsWith("data:first:2", "stop:ABORTED");
        assertThat(ofContainer.heard()).endsWith("stop:ABORTED");
        assertThat(ofHost.heard()).endsWith("stop:ABORTED");
        assertThat(fixture.type.out).isEmpty();
    }

    @Test
    void aHostThatGoesAbortsItsOwnBindsOnly() {
        var host = fixture.host(PriorityClass.BACKGROUND);
        var ofHost = underWay(host);
        var ofControl = underWay("a");

        host.deactivate();

        assertThat(ofHost.heard()).endsWith("stop:ABORTED");
        assertThat(ofControl.heard()).endsWith("data:first:2");
    }

    /** The stop comes before the instance is released. */
    @Test
    void removingAControlAbortsItsBindsAndThenReleasesIt() {
        var stays = underWay("stays");
        var recorder = underWay("goes");
        var heardAtRelease = new AtomicReference<String>();
        fixture.type.onRelease =
                control -> heardAtRelease.set(recorder.heard().get(recorder.heard().size() - 1));

        assertThat(fixture.container.remove("goes")).isTrue();

        assertThat(heardAtRelease).hasValue("stop:ABORTED");
        assertThat(fixture.type.out).hasSize(1);
        assertThat(stays.heard()).endsWith("data:first:2");
    }

    @Test
    void aTypeThatGoesTakesItsControlsAlong() {
        var recorder = underWay("a");

        fixture.container.removeType(fixture.type);

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(fixture.type.out).isEmpty();
        assertThat(fixture.container.controls()).isEmpty();
    }

    /** Also with a context of its own, which nobody has closed. */
    @Test
    void aControlThatWasRemovedBindsNothing() {
        fixture.driver.on("a").content("abc");
        var site = fixture.add("a").site();
        var host = site.bindHost().orElseThrow();
        fixture.container.remove("a");

        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            var binding = bind(host, context, "script:a", new Recorder(BindInfo.PUSH));

            assertThat(await(binding.completion())).isInstanceOf(BindOutcome.Aborted.class);
        }
        assertThat(fixture.driver.requests()).isEmpty();
    }

    /** Otherwise whoever closes at that moment would not wait for it. */
    @Test
    void aBindIsUnderWayUntilItsStopWasHeard() {
        fixture.driver.on("a").content("abc");
        var transfers = new AtomicReference<Integer>();
        var recorder = new Recorder(BindInfo.PUSH);
        recorder.when("stop", () -> transfers.set(fixture.container.snapshot().transfers()));

        await(bind(fixture.add("a"), "script:a", recorder).completion());

        assertThat(transfers).hasValue(1);
    }

    /** A replaced host may be activated before the old container has gone. */
    @Test
    void aHostOutlivesAContainerThatIsReplaced() {
        fixture.driver.on("a").content("abc");
        var host = fixture.host(PriorityClass.URGENT);
        fixture.container.deactivate();
        var replaced = fixture.container(PriorityClass.URGENT);
        var recorder = new Recorder(BindInfo.PUSH);

        try (var context = host.createBindContext(BindOptions.DEFAULT)) {
            var binding = bind(host, context, "script:a", recorder);
            await(binding.completion());

            assertThat(recorder.heard()).endsWith("stop:COMPLETED 3");
            assertThat(binding.priority()).isEqualTo(Priority.URGENT);
        }
        assertThat(replaced.snapshot().bytes()).isEqualTo(3);
        host.deactivate();
        replaced.deactivate();
    }

    @Test
    void aHostThatGoesLeavesTheDocumentToTheOthers() {
        fixture.driver.on("a").content("abc");
        fixture.host(PriorityClass.BACKGROUND).deactivate();
        var other = fixture.host(PriorityClass.BACKGROUND);

        try (var context = other.createBindContext(BindOptions.DEFAULT)) {
            await(bind(other, context, "script:a", new Recorder(BindInfo.PUSH)).completion());
        }

        assertThat(fixture.container.snapshot().bytes()).isEqualTo(3);
    }

    @Test
    void aDocumentThatIsOpenedAgainIsANewOne() {
        fixture.driver.on("a").content("abc");
        await(bind(fixture.add("a"), "script:a", new Recorder(BindInfo.PUSH)).completion());
        fixture.container.deactivate();

        var again = fixture.container(PriorityClass.BACKGROUND);

        assertThat(again.snapshot().bytes()).isZero();
        again.deactivate();
    }
}
