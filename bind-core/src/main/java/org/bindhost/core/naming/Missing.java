package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bindhost.core.classes.ItemNames;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.ObjectMonikerClass;

/** What the parts of a name need at the moment and do not have. */
final class Missing {

    private final DriverRegistry drivers;
    private final Predicate<Moniker> isRunning;

    Missing(DriverRegistry drivers, Predicate<Moniker> isRunning) {
        this.drivers = drivers;
        this.isRunning = isRunning;
    }

    ParsedName fill(ParsedName parsed) {
        var parts = new ArrayList<MonikerPart>();
        var steps = new ArrayList<Step>();
        for (Step step : parsed.steps()) {
            steps.add(new Step(step.part(), step.driver(), of(parts, step.part())));
            parts.add(step.part());
        }
        return new ParsedName(
                parsed.text(), steps, parsed.understood(), parsed.problem(), parsed.warnings());
    }

    private Optional<String> of(List<MonikerPart> left, MonikerPart part) {
        if (drivers.find(part.monikerClass()).isEmpty()) {
            return Optional.of("no driver for names of class " + part.monikerClass());
        }
        return ItemNames.isItem(part) && !left.isEmpty()
                ? container(new Moniker(left))
                : Optional.empty();
    }

    private Optional<String> container(Moniker left) {
        String monikerClass = left.last().monikerClass();
        boolean canBe = isRunning.test(left) || makesObjects(monikerClass);
        return canBe
                ? Optional.empty()
                : Optional.of(
                        "a container of items: nothing runs as "
                                + NameText.shown(left.displayName())
                                + ", and names of class "
                                + monikerClass
                                + " are not of objects");
    }

    private boolean makesObjects(String monikerClass) {
        return drivers.find(monikerClass)
                .map(driver -> driver.can(ObjectMonikerClass.class))
                .orElse(false); // it has just left
    }
}
