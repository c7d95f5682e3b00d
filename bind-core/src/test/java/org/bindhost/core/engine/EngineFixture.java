package org.bindhost.core.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Requester;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedDriver;

/** An engine whose threads, time and driver are in the test's hand. */
final class EngineFixture {

    static final Requester TESTER = new Requester("tester", Optional.empty());

    final HandThreads threads = new HandThreads();
    final ScriptedDriver driver = new ScriptedDriver();
    final Engine engine;
    final EngineBinder binder;
    final BindContext context;

    EngineFixture(Path directory) {
        this(CoreSettings.defaults(directory).withPolicy(BindPolicy.OPEN));
    }

    EngineFixture(CoreSettings settings) {
        try {
            engine = new Engine(settings, threads, threads.clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addDriver();
        binder = engine.binder(TESTER);
        context = binder.createBindContext(BindOptions.DEFAULT);
    }

    void addDriver() {
        var traits = new DriverTraits("script", "the scripted driver", List.of("script"), 0);
        engine.addDriver("driver", traits, driver);
    }

    Moniker parse(String name) {
        try {
            return engine.monikers().parse(name);
        } catch (MonikerSyntaxException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** Binds a name to an object, and runs until it is bound. */
    <T> T object(String name, Class<T> type) throws BindException {
        context.registerCallback(new Recorder(BindInfo.PUSH));
        var result = binder.bindToObject(parse(name), context, type);
        runAll();
        try {
            return result.content().toCompletableFuture().getNow(null);
        } catch (CompletionException e) {
            throw (BindException) e.getCause();
        }
    }

    Moniker name(String name) {
        return Moniker.of(driver.part(name));
    }

    <T> BindResult<T> bind(String name, BindStatusCallback callback, Class<T> type)
            throws BindException {
        context.registerCallback(callback);
        return binder.bindToStorage(name(name), context, type);
    }

    void runAll() {
        threads.turns.runAll();
    }

    static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    /** What is announced of so many bytes of plain text. */
    static ContentInfo announced(long length) {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.of(length),
                Optional.empty(),
                Freshness.UNSAID,
                false);
    }
}
