package org.bindhost.core.engine;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedUpload;

/** A bind that writes, with the engine's threads and the driver in the test's hand. */
final class WriteFixture {

    final EngineFixture fixture;
    final Recorder recorder = new Recorder(BindInfo.PUSH);
    final ScriptedUpload upload;
    final BindContext context;

    WriteFixture(Path directory) {
        this(new EngineFixture(CoreSettings.defaults(directory)), "a");
    }

    WriteFixture(EngineFixture fixture, String name) {
        this.fixture = fixture;
        this.upload = fixture.driver.on(name).upload();
        this.context = fixture.binder.createBindContext(BindOptions.DEFAULT.withMode(Mode.WRITE));
    }

    /** Binds a name without running anything. */
    <T> BindResult<T> begin(String name, Class<T> type) throws BindException {
        context.registerCallback(recorder);
        return fixture.binder.bindToStorage(fixture.name(name), context, type);
    }

    /** Binds and runs until there is something to write to. */
    <T> T open(Class<T> type) throws BindException {
        var result = begin("a", type);
        runAll();
        return result.content().toCompletableFuture().join();
    }

    void runAll() {
        fixture.runAll();
    }

    /** What a callback may throw while it writes. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /** Does something within a callback of the bind, and says how that went. */
    <T> CompletableFuture<Void> inCallback(BindResult<T> result, Action action) {
        var done = new CompletableFuture<Void>();
        ((EngineBinding) result.binding())
                .later(
                        () -> {
                            try {
                                action.run();
                                done.complete(null);
                            } catch (Exception e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }
}
