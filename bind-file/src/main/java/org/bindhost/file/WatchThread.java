package org.bindhost.file;

import java.nio.file.ClosedWatchServiceException;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The one thread that waits for what a watch service tells. It has this bundle's class loader as
 * its context and inherits nothing, so that it keeps no bundle of whoever happened to call.
 */
final class WatchThread {

    private static final Duration STOP = Duration.ofMillis(500);

    private final WatchService service;
    private final Thread thread;

    WatchThread(WatchService service, Consumer<WatchKey> onEvents) {
        this.service = service;
        this.thread =
                new Thread(null, () -> run(service, onEvents), "bindhost-file-watch", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(WatchThread.class.getClassLoader());
        thread.start();
    }

    WatchService service() {
        return service;
    }

    private static void run(WatchService service, Consumer<WatchKey> onEvents) {
        try {
            while (true) {
                onEvents.accept(service.take());
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // that is how it ends
        }
    }

    boolean hasEnded() {
        return !thread.isAlive();
    }

    /** Waits until it has gone, once its service is closed; not for itself. */
    void join() {
        try {
            if (thread != Thread.currentThread()) {
                thread.join(STOP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
