package org.bindhost.core.engine;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;

/**
 * Runs tasks on the thread that waits for them: the turns of a synchronous bind run on the thread
 * that made the call. Refuses tasks once that thread has gone on.
 */
final class CallerTurns implements Executor {

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private boolean gone;

    @Override
    public void execute(Runnable task) {
        synchronized (this) {
            if (gone) {
                throw new RejectedExecutionException("the caller has gone on");
            }
            tasks.add(task);
        }
    }

    /**
     * Runs tasks until a condition holds.
     *
     * @param over looked at after each task
     * @param interrupted run if the thread is interrupted, which does not end the waiting
     */
    void runUntil(BooleanSupplier over, Runnable interrupted) {
        boolean wasInterrupted = false;
        while (!over.getAsBoolean()) {
            try {
                tasks.take().run();
            } catch (InterruptedException e) {
                wasInterrupted = true;
                interrupted.run();
            }
        }
        leave();
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        synchronized (this) {
            gone = true;
        }
        tasks.forEach(Runnable::run);
    }
}
