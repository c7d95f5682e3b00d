package org.bindhost.testkit.fault;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections of a server and its threads. */
final class Connections {

    static final FaultServer.Layer PLAIN = raw -> raw;

    private static final int MOST_THREADS = 256;
    private static final long IDLE_SECONDS = 5;
    private static final long PATIENCE_SECONDS = 10;

    private final Site site;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<Thread> alive = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0,
                    MOST_THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    this::thread);

    Connections(Site site) {
        this.site = site;
    }

    private Thread thread(Runnable work) {
        var thread = new Thread(work, "fault-server-" + number.incrementAndGet());
        thread.setDaemon(true);
        alive.removeIf(earlier -> !earlier.isAlive());
        alive.add(thread);
        return thread;
    }

    int count() {
        return open.size();
    }

    void accept(ServerSocket listening, FaultServer.Layer layer) {
        threads.execute(
                () -> {
                    while (!listening.isClosed()) {
                        acceptOne(listening, layer);
                    }
                });
    }

    private void acceptOne(ServerSocket listening, FaultServer.Layer layer) {
        try {
            Socket raw = listening.accept();
            open.add(raw);
            try {
                threads.execute(() -> serve(raw, layer));
            } catch (RejectedExecutionException e) { // too many, or the server closes
                forget(raw);
            }
        } catch (IOException e) {
            // The server closes, or the client went before it was heard: the loop looks which.
        }
    }

    private void serve(Socket raw, FaultServer.Layer layer) {
        try {
            var link = new Link(raw, layer.over(raw), closing);
            if (new Http1Connection(link, site).serve()) {
                new Http2Connection(link, site, threads).serve();
            }
        } catch (IOException e) {
            // The client went, or was sent away: that is what this server is for.
        } finally {
            forget(raw);
        }
    }

    private void forget(Socket raw) {
        open.remove(raw);
        try {
            raw.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    void close() {
        closing.countDown();
        threads.shutdown();
        open.forEach(this::forget);
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a thread of the server does not end");
            }
            for (Thread thread : alive) {
                thread.join(); // its work is done
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
