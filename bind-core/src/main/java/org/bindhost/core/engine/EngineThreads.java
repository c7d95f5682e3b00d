package org.bindhost.core.engine;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.Registration;
import org.bindhost.core.schedule.Timer;

/**
 * All threads of an engine: a few for turns, which never wait; a few for what waits and for disks;
 * one for time.
 *
 * <p>The number of tasks queued is bounded by the number of binds: each has at most one turn and
 * one piece of waiting work in a queue at a time.
 */
final class EngineThreads implements Threads {

    private static final int WAITING_THREADS = 8;
    private static final int DISK_THREADS = 2;
    private static final long KEEP_SECONDS = 10;
    private static final long STOP_SECONDS = 5;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor turns;
    private final ThreadPoolExecutor waiting;
    private final ThreadPoolExecutor disk;
    private final ScheduledThreadPoolExecutor time;

    EngineThreads() {
        turns = pool(Math.max(2, Runtime.getRuntime().availableProcessors()), "turn");
        waiting = pool(WAITING_THREADS, "io");
        disk = pool(DISK_THREADS, "disk");
        time = new ScheduledThreadPoolExecutor(1, factory("time"));
        time.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Executor turns() {
        return turns;
    }

    @Override
    public Executor waiting() {
        return waiting;
    }

    @Override
    public Executor disk() {
        return disk;
    }

    @Override
    public Timer timer() {
        return (nanos, task) -> {
            var scheduled = time.schedule(task, nanos, TimeUnit.NANOSECONDS);
            return (Registration) () -> scheduled.cancel(false);
        };
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() instanceof EngineThread thread && thread.owner == this;
    }

    @Override
    public void close() {
        time.shutdownNow();
        turns.shutdown();
        waiting.shutdownNow();
        disk.shutdown(); // spool files are deleted there
        awaitEnd();
        turns.shutdownNow();
        disk.shutdownNow();
    }

    /** A pool that has terminated still has threads that are about to end: they are waited for. */
    private void awaitEnd() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STOP_SECONDS);
        try {
            for (Thread thread : threads) {
                if (thread != Thread.currentThread()) {
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    thread.join(Math.max(1, left));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ThreadPoolExecutor pool(int threads, String role) {
        var pool =
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        KEEP_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        factory(role));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private ThreadFactory factory(String role) {
        var number = new AtomicInteger();
        return task -> {
            threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            var name = "bindhost-" + role + "-" + number.incrementAndGet();
            var thread = new EngineThread(this, task, name);
            threads.add(thread);
            return thread;
        };
    }

    /** Inherits nothing: it would keep the classes of whoever happened to make it necessary. */
    private static final class EngineThread extends Thread {

        private final EngineThreads owner;

        EngineThread(EngineThreads owner, Runnable task, String name) {
            super(null, task, name, 0, /* inheritThreadLocals= */ false);
            this.owner = owner;
            setContextClassLoader(EngineThread.class.getClassLoader());
            setDaemon(true);
        }
    }
}
