package org.bindhost.core.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.naming.Names;
import org.bindhost.core.running.RunningTable;
import org.bindhost.core.schedule.Scheduler;
import org.bindhost.core.spool.SpoolLimits;
import org.bindhost.moniker.Moniker;

/**
 * What every bind of an engine shares.
 *
 * @param drivers the drivers present
 * @param names the names they understand
 * @param running what runs under them
 * @param scheduler who may move
 * @param threads where work is done
 * @param spoolLimits how much one bind may keep
 */
record Core(
        DriverRegistry drivers,
        Names names,
        RunningTable running,
        Scheduler scheduler,
        Threads threads,
        Supplier<SpoolLimits> spoolLimits) {

    /** Whether anything runs under a name, or under what that stands for. */
    boolean isRunning(Moniker name) {
        return running.isRunning(name) || running.isRunning(names.reduced(name));
    }

    /** Finds what runs under a name, or under what that stands for. May call foreign code. */
    <T> Optional<T> findRunning(Moniker name, Class<T> type) {
        return running.find(name, type).or(() -> running.find(names.reduced(name), type));
    }
}
