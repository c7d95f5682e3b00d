package org.bindhost.core.schedule;

import org.bindhost.bind.Registration;

/** Runs something later. The engine's own timer is real; tests turn theirs by hand. */
@FunctionalInterface
public interface Timer {

    /**
     * Runs a task once.
     *
     * @param nanos how long from now
     * @param task what to run; must not wait
     * @return closing it forgets the task, if it has not run
     */
    Registration after(long nanos, Runnable task);
}
