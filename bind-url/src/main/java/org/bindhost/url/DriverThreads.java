package org.bindhost.url;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Every thread of the driver: Jetty's few, two that look hosts up, four that read the bodies of
 * requests, two that ask for credentials, one for time. All are made here, so that all can be
 * waited for.
 *
 * <p>Each new thread has this bundle's class loader as its context, and inherits nothing: Jetty
 * finds its services by that loader, and a thread that kept the loader of whoever happened to call
 * would keep that caller's bundle. No thread that is not ours is touched.
 */
final class DriverThreads implements Alarm, AutoCloseable {

    private static final int LOOKUP_THREADS = 2;
    private static final int LOOKUPS_WAITING = 1024;
    private static final int BODY_THREADS = 4;
    private static final int ASKING_THREADS = 2;
    private static final int ASKED_FOR = 1024;
    private static final Duration KEEP = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofMillis(500);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Planned> pending = ConcurrentHashMap.newKeySet();
    private final QueuedThreadPool pool;
    private final ThreadPoolExecutor lookups;
    private final ThreadPoolExecutor bodies;
    private final ThreadPoolExecutor asking;
    private final ScheduledThreadPoolExecutor timer;

    DriverThreads(int poolThreads) {
        pool = new Pool(poolThreads, factory("http"));
        lookups = waiting(LOOKUP_THREADS, new LinkedBlockingQueue<>(LOOKUPS_WAITING), "lookup");
        bodies = waiting(BODY_THREADS, new LinkedBlockingQueue<>(), "body");
        asking = waiting(ASKING_THREADS, new LinkedBlockingQueue<>(ASKED_FOR), "ask");
        timer = new ScheduledThreadPoolExecutor(1, factory("time"));
        timer.setRemoveOnCancelPolicy(true);
        LifeCycle.start(pool);
    }

    private ThreadPoolExecutor waiting(int most, BlockingQueue<Runnable> queue, String role) {
        var keep = KEEP.toMillis();
        var made =
                new ThreadPoolExecutor(
                        most, most, keep, TimeUnit.MILLISECONDS, queue, factory(role));
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    QueuedThreadPool pool() {
        return pool;
    }

    ThreadPoolExecutor lookups() {
        return lookups;
    }

    /** Where bodies of requests are read, each piece a task: clients' channels wait. */
    ThreadPoolExecutor bodies() {
        return bodies;
    }

    /** Where those who may know credentials are asked: they may take their time. */
    ThreadPoolExecutor asking() {
        return asking;
    }

    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Runnable in(Duration wait, Runnable task) {
        try {
            var planned = timer.schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
            return () -> planned.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {}; // the driver is stopping, and ends whatever is under way
        }
    }

    @Override
    public Runnable byAllMeans(Duration wait, Runnable task) {
        var planned = new Planned(task);
        pending.add(planned); // before it is known whether there will be time: close looks here
        Runnable callOff = in(wait, planned);
        if (timer.isShutdown()) {
            planned.run();
        }
        return () -> {
            pending.remove(planned);
            callOff.run();
        };
    }

    /** Stops them all, and waits until they are gone; a look-up that hangs is left to itself. */
    @Override
    public void close() {
        lookups.shutdownNow();
        bodies.shutdownNow();
        asking.shutdownNow();
        LifeCycle.stop(pool);
        timer.shutdownNow();
        List.copyOf(pending).forEach(Planned::run);
        long end = System.nanoTime() + STOP.toNanos();
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

    private ThreadFactory factory(String role) {
        var number = new AtomicInteger();
        return task -> {
            threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            var name = "bindhost-url-" + role + "-" + number.incrementAndGet();
            var thread = new Thread(null, task, name, 0, /* inheritThreadLocals= */ false);
            thread.setDaemon(true);
            thread.setContextClassLoader(DriverThreads.class.getClassLoader());
            threads.add(thread);
            return thread;
        };
    }

    /** What is done by whoever comes first, time or the end. */
    private final class Planned implements Runnable {

        private final Runnable task;

        Planned(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (pending.remove(this)) {
                task.run();
            }
        }
    }

    /** Jetty's pool, with threads from here and none in reserve. */
    private static final class Pool extends QueuedThreadPool {

        private final ThreadFactory factory;

        Pool(int threads, ThreadFactory factory) {
            super(threads, 1, (int) KEEP.toMillis(), 0, null, null);
            this.factory = factory;
            setName("bindhost-url");
            setDaemon(true);
            setStopTimeout(STOP.toMillis());
        }

        @Override
        public Thread newThread(Runnable task) {
            return factory.newThread(task);
        }
    }
}
