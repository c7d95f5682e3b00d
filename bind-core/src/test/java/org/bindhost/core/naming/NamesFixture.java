package org.bindhost.core.naming;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bindhost.core.classes.CoreClasses;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.MonikerClass;

/** Names with the core classes, and whatever a test adds. */
final class NamesFixture {

    final DriverRegistry drivers = new DriverRegistry();
    final ParserRegistry parsers = new ParserRegistry();
    final Set<Moniker> running = new HashSet<>();
    final Names names = new Names(drivers, parsers, running::contains);

    NamesFixture(MonikerClass... classes) {
        CoreClasses.addTo(drivers, Clock.systemUTC());
        Arrays.stream(classes).forEach(this::add);
    }

    void add(MonikerClass driver) {
        add(driver, 0);
    }

    void add(MonikerClass driver, int ranking) {
        String name = driver.name();
        drivers.add(
                driver, new DriverTraits(name, "driver of " + name, List.of(), ranking), driver);
    }

    Moniker parse(String text) {
        try {
            return names.parse(text);
        } catch (MonikerSyntaxException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    Moniker items(String... items) {
        return new Moniker(
                Arrays.stream(items).map(names::item).flatMap(m -> m.parts().stream()).toList());
    }

    static Moniker chain(Moniker... monikers) {
        return new Moniker(Arrays.stream(monikers).flatMap(m -> m.parts().stream()).toList());
    }

    static Moniker part(String monikerClass, String key) {
        return Moniker.of(new MonikerPart(monikerClass, key, monikerClass + ":" + key));
    }
}
