package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Priority;
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
    private volatile Owner owner; // set before anything is asked for

    /** What asks for it; the fetches are held and urgent as it is. */
    interface Owner {

        Priority priority();

        boolean isSuspended();

        /** It waits for a fetch, which may need the place that it holds. */
        void waits();
    }

    Lefts(Engine engine, EngineBinder binder) {
        this.engine = engine;
        this.binder = binder;
    }

    void ownedBy(Owner itsOwner) {
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
        owner.waits(); // or its place might be the one that this fetch needs
        var call = new BindCall(engine, binder, left, context(spec), false);
        Reading<Path> reading = new Readings(engine.core(), call, fetched).reading(Path.class);
        call.untilOver(reading, reading.content());
        EngineBinding fetch = call.binding();
        fetching.add(fetch); // not before it can be steered
        follow(fetch);
        var content = new CompletableFuture<Path>();
        var unused =
                reading.content()
                        .whenComplete(
                                (path, thrown) -> {
                                    fetching.remove(fetch);
                                    pass(left, Optional.ofNullable(path), thrown, content);
                                });
        return content.minimalCompletionStage();
    }

    /** What the client accepts it accepts of the whole name, not of what stands to the left. */
    private EngineBindContext context(BindSpec spec) {
        var context =
                (EngineBindContext) spec.context().derive(options(spec), new Fetcher(info(spec)));
        context.setAccepted(List.of(MediaRange.ANY));
        return context;
    }

    /**
     * Until it has started a bind cannot be held, so that it is then brought to its owner again.
     */
    private final class Fetcher implements BindStatusCallback {

        private final BindInfo info;

        Fetcher(BindInfo info) {
            this.info = info;
        }

        @Override
        public BindInfo getBindInfo() {
            return info;
        }

        @Override
        public void onStartBinding(Binding fetch) {
            follow(fetch);
        }
    }

    private static void pass(
            Moniker left, Optional<Path> path, Throwable thrown, CompletableFuture<Path> content) {
        if (thrown != null) {
            content.completeExceptionally(DriverFailures.flatten(left, thrown));
        } else if (path.isEmpty()) {
            content.completeExceptionally(
                    new BindException(
                            BindException.Reason.ABORTED, left + " is not wanted any more"));
        } else {
            content.complete(path.get());
        }
    }

    /** Brings what is being fetched to where its owner is by now. */
    void follow() {
        fetching.forEach(this::follow);
    }

    /** Whoever else suspends and resumes the owner at the same time, this ends where it ends. */
    private void follow(Binding fetch) {
        boolean held;
        do {
            if (closed) {
                fetch.abort();
                return;
            }
            fetch.setPriority(owner.priority());
            held = owner.isSuspended();
            if (held) {
                fetch.suspend();
            } else {
                fetch.resume();
            }
        } while (held != owner.isSuspended());
    }

    /** Keeps something until the bind is over. */
    void keep(AutoCloseable object) {
        fetched.add(object);
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
