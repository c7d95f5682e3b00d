package org.bindhost.core.spool;

import java.util.concurrent.Executor;
import org.bindhost.core.schedule.Timer;

/**
 * Who works for spools.
 *
 * @param disk writes to disk; may wait
 * @param telling where those are told who wait for bytes, which is never the thread of a driver
 * @param timer for what is done a little later
 */
public record SpoolThreads(Executor disk, Executor telling, Timer timer) {}
