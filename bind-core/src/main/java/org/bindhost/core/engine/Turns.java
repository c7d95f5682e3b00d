package org.bindhost.core.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the turns of one binding one after another, each happening-before the next, on an executor
 * shared with others. Turns posted while one runs come after it, also when it is that one that
 * posts.
 */
final class Turns {

    /** After so many turns others get theirs. */
    private static final int AT_ONCE = 32;

    private final Executor executor;
    private final Executor fallback;
    private final Runnable refused;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile Thread running;

    /**
     * Creates turns.
     *
     * @param executor where turns run; may be the client's own
     * @param fallback where they run if that executor refuses, so that the stop is delivered all
     *     the same
     * @param refused told that it refused
     */
    Turns(Executor executor, Executor fallback, Runnable refused) {
        this.executor = executor;
        this.fallback = fallback;
        this.refused = refused;
    }

    void post(Runnable turn) {
        waiting.add(turn);
        if (size.getAndIncrement() == 0) {
            submit();
        }
    }

    /** Tells whether the calling thread is in a turn of this binding. */
    boolean isCurrent() {
        return running == Thread.currentThread();
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RuntimeException e) { // a client's executor may refuse in any way
            refused.run();
            fallback.execute(this::run);
        }
    }

    private void run() {
        int left = 1;
        for (int ran = 0; left > 0 && ran < AT_ONCE; ran++) {
            try {
                running = Thread.currentThread();
                waiting.remove().run();
            } catch (RuntimeException | Error e) { // turns handle what clients do: this is ours
                System.getLogger(Turns.class.getName())
                        .log(System.Logger.Level.ERROR, "a turn failed", e);
            } finally {
                running = null; // before the count lets another thread run the next
                left = size.decrementAndGet();
            }
        }
        if (left > 0) {
            submit();
        }
    }
}
