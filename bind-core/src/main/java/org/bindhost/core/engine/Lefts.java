package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.Binding;
import org.bindhost.moniker.Moniker;
import org.bindhost.storage.LockBytes;

/**
 * What stands to the left of the name of one bind, fetched by binds of its own: they are steered
 * and end with that bind, and so does what they have fetched.
 */
final class Lefts {

    private final Engine engine;
    private final EngineBinder binder;
    private final BoundObjects fetched = new BoundObjects();
    private final Set<EngineBinding> fetching = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private EngineBinding owner; // set before anything is asked for

    Lefts(Engine engine, EngineBinder binder) {
        this.engine = engine;
        this.binder = binder;
    }

    void ownedBy(EngineBinding itsOwner) {
        owner = itsOwner;
    }

    /** Fetches the bytes of a name to a local file. */
    CompletionStage<Path> path(BindSpec spec, Moniker left) {
        try {
            return fetch(spec, left);
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Fetches the bytes of a name, and opens them at any offset. */
    CompletionStage<LockBytes> lockBytes(BindSpec spec, Moniker left) {
        return path(spec, left)
                .thenCompose(
                        path -> {
                            try {
                                var bytes = new FileLockBytes(path);
                                fetched.add(bytes);
                                return CompletableFuture.completedStage(bytes);
                            } catch (IOException e) {
                                return CompletableFuture.failedStage(
                                        new BindException(
                                                BindException.Reason.STORAGE_FAILED,
                                                left + " cannot be read: " + e,
                                                e));
                            }
                        });
    }

    private CompletionStage<Path> fetch(BindSpec spec, Moniker left) throws BindException {
        owner.ticketWaits(); // or its slot might be the one that this fetch needs
        var context = (EngineBindContext) spec.context().derive(options(spec), () -> info(spec));
        var call = new BindCall(engine, binder, left, context, false);
        Reading<Path> reading = new Readings(engine.core(), call, fetched).reading(Path.class);
        var content = new CompletableFuture<Path>();
        fetching.add(call.binding());
        var unused =
                reading.content()
                        .whenComplete(
                                (path, thrown) -> {
                                    fetching.remove(call.binding());
                                    pass(left, path, thrown, content);
                                });
        call.untilOver(reading, reading.content());
        follow(call.binding());
        return content.minimalCompletionStage();
    }

    private static void pass(
            Moniker left, Path path, Throwable thrown, CompletableFuture<Path> content) {
        if (thrown == null) {
            content.complete(path);
        } else {
            content.completeExceptionally(DriverFailures.flatten(left, thrown));
        }
    }

    /** Brings a fetch to where its owner is by now. */
    private void follow(EngineBinding fetch) {
        fetch.setPriority(owner.priority());
        if (closed) {
            fetch.abort();
        } else if (owner.isSuspended()) {
            fetch.suspend();
        }
    }

    void steer(Consumer<Binding> steering) {
        fetching.forEach(steering);
    }

    void close() {
        closed = true;
        fetching.forEach(EngineBinding::abort);
        fetched.close();
    }

    private static BindOptions options(BindSpec spec) {
        BindOptions theirs = spec.options();
        return new BindOptions(
                Mode.READ,
                spec.priority(),
                theirs.deadline(),
                Optional.of(spec.requester()),
                Optional.empty());
    }

    private static BindInfo info(BindSpec spec) {
        var flags = EnumSet.of(BindFlag.ASYNCHRONOUS);
        if (spec.info().has(BindFlag.NO_REDIRECTS)) {
            flags.add(BindFlag.NO_REDIRECTS);
        }
        return new BindInfo(flags, BindInfo.GET, Optional.empty(), "");
    }
}
