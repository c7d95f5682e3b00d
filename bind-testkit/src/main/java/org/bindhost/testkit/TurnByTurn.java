package org.bindhost.testkit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * An executor that runs nothing until told to, on the thread that tells it.
 *
 * <p><b>Threads.</b> Any thread may hand in a turn; one thread runs them.
 */
public final class TurnByTurn implements Executor {

    /** So many turns in a row are an endless loop, which would fill the memory of the test. */
    private static final int RUNAWAY = 1_000;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Creates an executor with nothing to run. */
    public TurnByTurn() {}

    @Override
    public void execute(Runnable turn) {
        waiting.add(turn);
    }

    /**
     * Runs the turn that has waited longest.
     *
     * @throws java.util.NoSuchElementException if none waits
     */
    public void runNext() {
        waiting.remove().run();
    }

    /**
     * Runs turns until none waits, those included that are handed in meanwhile.
     *
     * @throws AssertionError if there is no end to them
     */
    public void runAll() {
        for (int ran = 0; !waiting.isEmpty(); ran++) {
            if (ran == RUNAWAY) {
                throw new AssertionError("still busy after " + RUNAWAY + " turns");
            }
            runNext();
        }
    }

    /**
     * Returns how many turns wait.
     *
     * @return the number, 0 or more
     */
    public int waiting() {
        return waiting.size();
    }
}
