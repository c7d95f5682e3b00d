package org.bindhost.file;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Registration;
import org.bindhost.spi.WatchableMonikerClass.Watcher;

/**
 * Files and directories that are watched, by one thread, which there is only while there is
 * something to watch. A file is watched by way of its directory, so that it may come and go.
 *
 * <p>Threads: any. Nobody is called while the lock is held.
 */
final class Watches implements AutoCloseable {

    /** The system's own bounds are lower on many machines, and shared with everybody. */
    static final int MOST = 1_000;

    private final Map<WatchKey, Set<Watch>> byKey = new HashMap<>();
    private Optional<WatchThread> thread = Optional.empty();
    private final List<WatchThread> ending = new ArrayList<>();
    private int count;
    private boolean closed;

    /**
     * Watches a file, or what is in a directory.
     *
     * @param still checks, once it is watched, that it is what was to be watched
     */
    Registration watch(NamedFile file, Check still, Watcher watcher) throws BindException {
        boolean isDirectory = Files.isDirectory(file.real());
        Path place = isDirectory ? file.real() : file.real().getParent();
        if (!Files.isDirectory(place)) {
            throw new BindException(
                    Reason.NOT_FOUND, "no directory " + place + " to watch for " + file);
        }
        var name = isDirectory ? Optional.<Path>empty() : Optional.of(file.name());
        var watch = add(file, place, name, watcher);
        try {
            still.check();
        } catch (BindException e) {
            watch.close();
            throw e;
        }
        return watch;
    }

    /** Whether a name leads where it led. */
    interface Check {
        void check() throws BindException;
    }

    private synchronized Watch add(NamedFile file, Path place, Optional<Path> name, Watcher watcher)
            throws BindException {
        if (closed || count >= MOST) {
            String why =
                    closed ? "the class has stopped" : "there are " + MOST + " watches already";
            throw new BindException(Reason.UNSUPPORTED, file + " cannot be watched: " + why);
        }
        try {
            var key = place.register(service(place), ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
            var watch = new Watch(key, name, watcher);
            byKey.computeIfAbsent(key, any -> new HashSet<>()).add(watch);
            count++;
            return watch;
        } catch (IOException e) {
            stopIfIdle();
            throw Failures.of("watch", file.path(), e);
        }
    }

    private java.nio.file.WatchService service(Path place) throws IOException {
        if (thread.isEmpty()) {
            thread =
                    Optional.of(
                            new WatchThread(place.getFileSystem().newWatchService(), this::tell));
        }
        return thread.get().service();
    }

    /** On the one thread. */
    private void tell(WatchKey key) {
        var events = key.pollEvents();
        boolean valid = key.reset();
        for (var watch : of(key)) {
            if (!valid) {
                tell(watch::end);
            } else if (events.stream().anyMatch(watch::isMeant)) {
                tell(watch::changed);
            }
        }
    }

    /** A bug of one watcher must not end the thread of all; nor must its bundle's going. */
    private static void tell(Runnable watch) {
        try {
            watch.run();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(Watches.class.getName())
                    .log(System.Logger.Level.ERROR, "a watcher failed", e);
        }
    }

    private synchronized List<Watch> of(WatchKey key) {
        return new ArrayList<>(byKey.getOrDefault(key, Set.of()));
    }

    private synchronized void remove(Watch watch) {
        var left = byKey.getOrDefault(watch.key, new HashSet<>());
        if (left.remove(watch)) {
            count--;
        }
        if (left.isEmpty()) {
            byKey.remove(watch.key);
            watch.key.cancel();
        }
        stopIfIdle();
    }

    private void stopIfIdle() {
        if (count == 0) {
            thread.ifPresent(this::stop);
            thread = Optional.empty();
        }
    }

    private void stop(WatchThread stopping) {
        ending.removeIf(WatchThread::hasEnded);
        ending.add(stopping);
        try {
            stopping.service().close();
        } catch (IOException e) {
            // nothing is written to it, and its thread ends all the same
        }
    }

    /** Ends all, and waits until no thread of theirs is left. */
    @Override
    public void close() {
        List<WatchThread> last;
        synchronized (this) {
            closed = true;
            byKey.clear();
            count = 0;
            stopIfIdle();
            last = List.copyOf(ending);
        }
        last.forEach(WatchThread::join);
    }

    /** One of them. */
    private final class Watch implements Registration {

        private final WatchKey key;
        private final Optional<Path> name;
        private final Watcher watcher;
        private volatile boolean over;

        Watch(WatchKey key, Optional<Path> name, Watcher watcher) {
            this.key = key;
            this.name = name;
            this.watcher = watcher;
        }

        /** In a directory nothing hidden counts, such as what is being written. */
        boolean isMeant(WatchEvent<?> event) {
            if (event.kind() == OVERFLOW || !(event.context() instanceof Path changed)) {
                return true;
            }
            return name.map(changed::equals).orElse(!changed.toString().startsWith("."));
        }

        void changed() {
            if (!over) {
                watcher.changed();
            }
        }

        void end() {
            close();
            watcher.ended(
                    new BindException(
                            Reason.NOT_FOUND, "the directory of what was watched has gone"));
        }

        @Override
        public void close() {
            over = true;
            remove(this);
        }
    }
}
