package org.bindhost.core.classes;

import java.time.Clock;
import java.util.List;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.spi.MonikerClass;

/** The classes that every engine has. */
public final class CoreClasses {

    private static final String OWNER = "org.bindhost.core";

    private CoreClasses() {}

    public static void addTo(DriverRegistry drivers, Clock clock) {
        add(drivers, new AntiMonikers());
        add(drivers, new ItemMonikers(clock));
    }

    private static void add(DriverRegistry drivers, MonikerClass service) {
        var traits =
                new DriverTraits(service.name(), OWNER, List.of(), DriverRegistry.CORE_RANKING);
        drivers.add(service, traits, service);
    }
}
