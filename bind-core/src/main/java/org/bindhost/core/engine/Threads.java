package org.bindhost.core.engine;

import java.util.concurrent.Executor;
import org.bindhost.core.schedule.Timer;

/** Where an engine has its work done. */
interface Threads extends AutoCloseable {

    /** Runs turns, which must not wait. */
    Executor turns();

    /** Runs what may wait for a disk or a driver. */
    Executor waiting();

    /** Writes spools to disk; apart from what waits for drivers, which may wait for long. */
    Executor disk();

    Timer timer();

    /** Tells whether the calling thread is one of these, and so must not wait. */
    boolean isCurrent();

    @Override
    void close();
}
