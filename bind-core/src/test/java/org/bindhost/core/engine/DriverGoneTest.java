package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of names and binds when their driver goes, and comes back. */
class DriverGoneTest {

    @TempDir Path directory;

    @Test
    void aBindUnderWayEndsOnceWithDriverGone() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        body.deliver(3);
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        fixture.engine.removeDriver("driver");
        body.deliverAll();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("data:first:3", "stop:FAILED DRIVER_GONE");
        assertThat(recorder.heard()).filteredOn(e -> e.startsWith("stop")).hasSize(1);
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void aNameOutlivesItsDriver() throws Exception {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var name = fixture.engine.monikers().parse("script:a");
        fixture.engine.removeDriver("driver");
        var absent = new Recorder(BindInfo.PUSH);
        fixture.bind("a", absent, InputStream.class);
        fixture.runAll();

        assertThat(absent.heard()).endsWith("stop:FAILED NO_DRIVER");
        assertThat(fixture.engine.monikers().isAsynchronous(name)).isEqualTo(Asynchrony.UNKNOWN);
        assertThatThrownBy(() -> fixture.engine.monikers().parse("script:a"))
                .isInstanceOf(MonikerSyntaxException.class)
                .hasMessageContaining("there are none");

        fixture.addDriver();
        var again = new Recorder(BindInfo.PUSH);
        fixture.bind("a", again, InputStream.class);
        fixture.runAll();
        assertThat(again.heard()).endsWith("stop:COMPLETED 3");
    }

    /** An open that never answers is cancelled, and its late answer is disposed of. */
    @Test
    void anOpenUnderWayIsCancelledWithItsBind() throws BindException {
        var fixture = new EngineFixture(directory);
        var open = fixture.driver.on("a").hold();
        var recorder = new Recorder(BindInfo.PUSH);
        var binding = fixture.bind("a", recorder, InputStream.class).binding();
        fixture.runAll();

        binding.abort();
        assertThat(open.isCancelled()).isTrue();
        var body = fixture.driver.on("b").body(bytes("abc"), announced(3), 0);
        open.complete(new org.bindhost.spi.Content.Found(announced(3), 0, body));
        fixture.runAll();

        assertThat(body.isCancelled()).isTrue();
        assertThat(recorder.heard()).containsExactly("info", "start", "stop:ABORTED");
    }

    @Test
    void anOpenUnderWayEndsWithItsDriver() throws BindException {
        var fixture = new EngineFixture(directory);
        var open = fixture.driver.on("a").hold();
        var recorder = new Recorder(BindInfo.PUSH);
        fixture.bind("a", recorder, InputStream.class);
        fixture.runAll();

        fixture.engine.removeDriver("driver");
        fixture.runAll();

        assertThat(open.isCancelled()).isTrue();
        assertThat(recorder.heard()).endsWith("stop:FAILED DRIVER_GONE");
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void closingABinderAbortsItsBindsAndNoOthers() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        fixture.driver.on("b").body(bytes("abc"), announced(5), 0);
        var mine = new Recorder(BindInfo.PUSH);
        fixture.bind("a", mine, InputStream.class);
        var others = new Recorder(BindInfo.PUSH);
        var otherBinder = fixture.engine.binder(EngineFixture.TESTER);
        var otherContext = otherBinder.createBindContext(BindOptions.DEFAULT);
        otherContext.registerCallback(others);
        otherBinder.bindToStorage(fixture.name("b"), otherContext, InputStream.class);
        fixture.runAll();

        var closer = new Thread(fixture.binder::close, "closer"); // it waits for the stop
        closer.start();
        while (closer.isAlive()) {
            fixture.runAll();
            Thread.onSpinWait();
        }

        assertThat(others.heard()).noneMatch(entry -> entry.startsWith("stop"));
        assertThat(mine.heard()).endsWith("stop:ABORTED");
    }

    /** Its bundle's class loader is to go with it, though nobody parses a name after that. */
    @Test
    void aDriverThatWasRemovedIsNotKept() throws Exception {
        var engine = new EngineFixture(directory).engine;
        var gone = new WeakReference<MonikerClass>(added(engine));

        for (int round = 0; round < 1_000 && gone.get() != null; round++) {
            System.gc();
        }

        assertThat(gone.get()).isNull();
    }

    private static MonikerClass added(Engine engine) throws MonikerSyntaxException {
        var driver = new ScriptedDriver();
        engine.addDriver("other", new DriverTraits("script", "other", List.of(), 9), driver);
        var name = engine.monikers().parse("script:a");
        assertThat(name.displayName()).isEqualTo("script:a");
        engine.removeDriver("other");
        return driver;
    }
}
