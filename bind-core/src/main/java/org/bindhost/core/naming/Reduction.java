package org.bindhost.core.naming;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.Reduced;
import org.bindhost.spi.ReducibleMonikerClass;

/** What names stand for: B-21. */
final class Reduction {

    /** An alias of an alias is one; a longer chain than this is a circle. */
    private static final int MOST_STEPS = 16;

    private final DriverRegistry drivers;

    Reduction(DriverRegistry drivers) {
        this.drivers = drivers;
    }

    Reduced reduce(Moniker moniker) throws BindException {
        Moniker now = moniker;
        for (int step = 0; step <= MOST_STEPS; step++) {
            Moniker next = once(now);
            if (next.equals(now)) {
                return new Reduced(now, step == 0);
            }
            now = next;
        }
        throw new BindException(
                Reason.SYNTAX,
                moniker + " stands for something else even after " + MOST_STEPS + " reductions");
    }

    private Moniker once(Moniker moniker) throws BindException {
        var composition = new Composition(drivers);
        boolean changed = false;
        for (MonikerPart part : moniker.parts()) {
            Optional<Moniker> reduced = reduce(part);
            changed |= reduced.isPresent();
            composition.append(reduced.orElseGet(() -> Moniker.of(part)));
        }
        return changed
                ? composition
                        .result()
                        .orElseThrow(
                                () ->
                                        new BindException(
                                                Reason.SYNTAX, moniker + " stands for nothing"))
                : moniker;
    }

    private Optional<Moniker> reduce(MonikerPart part) throws BindException {
        return drivers.ask(
                        part.monikerClass(),
                        ReducibleMonikerClass.class,
                        reducible -> reducible.reduce(part))
                .flatMap(reduced -> reduced);
    }
}
