package org.bindhost.core.engine;

import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.naming.Names;
import org.bindhost.core.running.EngineRunningObjects;
import org.bindhost.core.schedule.Scheduler;

/**
 * What every bind of an engine shares.
 *
 * @param drivers the drivers present
 * @param names the names they understand
 * @param running what runs under them
 * @param scheduler who may move
 * @param threads where work is done
 * @param spools what keeps what was fetched
 * @param fetches what is being fetched
 */
record Core(
        DriverRegistry drivers,
        Names names,
        EngineRunningObjects running,
        Scheduler scheduler,
        Threads threads,
        Spools spools,
        Fetches fetches) {}
