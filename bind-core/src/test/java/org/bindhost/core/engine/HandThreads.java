package org.bindhost.core.engine;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.bindhost.bind.Registration;
import org.bindhost.core.schedule.Timer;
import org.bindhost.testkit.ManualClock;
import org.bindhost.testkit.TurnByTurn;

/**
 * Threads in the test's hand: turns and waiting work run when it says so, and time passes likewise.
 */
final class HandThreads implements Threads {

    final TurnByTurn turns = new TurnByTurn();
    final ManualClock clock = new ManualClock();
    private boolean mayWait;
    private boolean isOurs;

    @Override
    public Executor turns() {
        return turns;
    }

    @Override
    public Executor waiting() {
        return task -> turns.execute(() -> whileWaiting(task));
    }

    @Override
    public Executor disk() {
        return waiting();
    }

    private void whileWaiting(Runnable task) {
        mayWait = true;
        try {
            task.run();
        } finally {
            mayWait = false;
        }
    }

    /** Whether the task under way was given to the threads that may wait. */
    boolean mayWait() {
        return mayWait;
    }

    @Override
    public Timer timer() {
        return (nanos, task) -> {
            Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
            return (Registration) takeBack::run;
        };
    }

    /** Makes the calling thread one of the engine's, where reads do not wait. */
    void beOurs() {
        isOurs = true;
    }

    @Override
    public boolean isCurrent() {
        return isOurs;
    }

    @Override
    public void close() {
        boolean unused = Thread.interrupted(); // by a test that would not wait for its own turns
        turns.runAll();
    }
}
