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

    @Override
    public Executor turns() {
        return turns;
    }

    @Override
    public Executor waiting() {
        return task -> turns.execute(() -> whileWaiting(task));
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

    @Override
    public boolean isCurrent() {
        return false;
    }

    @Override
    public void close() {
        turns.runAll();
    }
}
