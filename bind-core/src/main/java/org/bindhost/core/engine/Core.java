package org.bindhost.core.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.bindhost.bind.BindException;
import org.bindhost.core.Retrying;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.naming.Names;
import org.bindhost.core.running.EngineRunningObjects;
import org.bindhost.core.schedule.Scheduler;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OriginMonikerClass;

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
 * @param retrying how what broke off is taken up again
 * @param idle looks for transfers that ask for nothing
 */
record Core(
        DriverRegistry drivers,
        Names names,
        EngineRunningObjects running,
        Scheduler scheduler,
        Threads threads,
        Spools spools,
        Fetches fetches,
        Supplier<Retrying> retrying,
        IdleWatch idle) {

    /** Where a transfer of a name comes from, if its driver can tell. */
    Optional<String> origin(Moniker moniker) {
        MonikerPart name = moniker.last();
        return origin(name).map(origin -> name.monikerClass() + " " + origin);
    }

    /** The same of a part of a name, as its driver puts it. */
    Optional<String> origin(MonikerPart name) {
        try {
            Optional<Driver> driver = drivers.find(name.monikerClass());
            return driver.isPresent()
                    ? driver.get().call(service -> origin(service, name))
                    : Optional.empty();
        } catch (BindException e) {
            return Optional.empty(); // it is leaving, as whoever opens the name will hear
        } catch (RuntimeException e) { // a driver's bug costs it its cap and no bind
            System.getLogger(Core.class.getName())
                    .log(System.Logger.Level.WARNING, "the origin of " + name, e);
            return Optional.empty();
        }
    }

    private static Optional<String> origin(MonikerClass service, MonikerPart name) {
        return service instanceof OriginMonikerClass origins
                ? origins.origin(name)
                : Optional.empty();
    }
}
