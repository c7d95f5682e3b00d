package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.core.classes.ItemNames;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.Parser;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.DisplayNameParser;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;

/** Everybody who may be asked about a text, in the order in which they are asked. */
final class Claimants {

    /** Someone who may recognise the head of a text. */
    interface Claimant {
        Claim ask(String text, Optional<Moniker> base);
    }

    private record Ranked(int ranking, Claimant claimant) {}

    /** The order, as long as it is made of the same drivers and parsers. */
    private record Order(
            List<Driver> drivers, List<Parser> parsers, List<Claimant> heads, List<Driver> items) {}

    private static final Order NOBODY = new Order(List.of(), List.of(), List.of(), List.of());

    private final DriverRegistry drivers;
    private final ParserRegistry parsers;
    private volatile Order order = NOBODY;

    Claimants(DriverRegistry drivers, ParserRegistry parsers) {
        this.drivers = drivers;
        this.parsers = parsers;
    }

    /** Who is asked about the head of a text: by rank, and of equals parsers first. */
    List<Claimant> heads() {
        return order().heads();
    }

    private Order order() {
        Order known = order;
        List<Driver> presentDrivers = drivers.drivers();
        List<Parser> presentParsers = parsers.parsers();
        if (known.drivers() != presentDrivers || known.parsers() != presentParsers) {
            known =
                    new Order(
                            presentDrivers,
                            presentParsers,
                            rank(presentDrivers, presentParsers),
                            presentDrivers.stream().filter(Claimants::knowsItems).toList());
            order = known;
            if (drivers.drivers() != presentDrivers || parsers.parsers() != presentParsers) {
                order = NOBODY; // whoever has left meanwhile is not to be kept
            }
        }
        return known;
    }

    /** Lets go of whoever has left. */
    void forgetAbsent() {
        order = NOBODY;
    }

    private static boolean knowsItems(Driver driver) {
        return driver.can(ItemMonikerClass.class);
    }

    private List<Claimant> rank(List<Driver> presentDrivers, List<Parser> presentParsers) {
        var ranked = new ArrayList<Ranked>();
        presentParsers.forEach(
                p -> ranked.add(new Ranked(p.ranking(), (text, base) -> ask(p, text, base))));
        presentDrivers.forEach(
                d ->
                        ranked.add(
                                new Ranked(
                                        d.traits().ranking(),
                                        (text, base) -> askHead(d, text, base))));
        ranked.sort(Comparator.comparingInt(Ranked::ranking).reversed()); // stable
        return ranked.stream().map(Ranked::claimant).toList();
    }

    /** Asks one class, for whoever named it. */
    Claim askHead(Driver driver, String text, Optional<Moniker> base) {
        return askSafely(driver, service -> head(driver, service, text, base));
    }

    /**
     * Asks about what follows: the class of what stands to the left, then the others by rank. The
     * class of items comes last even after an item, since it recognises everything.
     */
    Claim askItems(String rest, Moniker left) {
        MonikerPart nearest = left.last();
        Optional<Driver> first =
                ItemNames.isItem(nearest)
                        ? Optional.empty()
                        : drivers.find(nearest.monikerClass()).filter(Claimants::knowsItems);
        Claim best = first.map(driver -> askItem(driver, rest, left)).orElse(Claim.NONE);
        for (Driver driver : order().items()) {
            if (best.isFound()) {
                return best;
            }
            if (first.isEmpty() || driver != first.get()) {
                best = better(best, askItem(driver, rest, left));
            }
        }
        return best;
    }

    /** A name is better than a complaint, and the first complaint better than the next. */
    static Claim better(Claim former, Claim next) {
        return next.isFound() || former.malformed().isEmpty() ? next : former;
    }

    private Claim askItem(Driver driver, String rest, Moniker left) {
        return askSafely(
                driver,
                service ->
                        service instanceof ItemMonikerClass items
                                ? claim(driver, items.recognizeItem(rest, left), rest)
                                : Claim.NONE);
    }

    private Claim head(Driver driver, MonikerClass service, String text, Optional<Moniker> base) {
        Recognition answer = service.recognize(text, base.map(Moniker::last));
        Claim claim = claim(driver, answer, text);
        return isItem(answer)
                ? base.flatMap(Moniker::left).map(l -> after(l, claim)).orElse(claim)
                : claim;
    }

    /** Whether what was found at the head of a text is one that follows another. */
    private static boolean isItem(Recognition answer) {
        return answer instanceof Recognition.Found found
                && found.part().text().startsWith(String.valueOf(DelimitedName.DELIMITER));
    }

    /** A name that is relative to an item is an item of the same. */
    private Claim after(Moniker left, Claim claim) {
        var steps = new ArrayList<Step>();
        left.parts().forEach(part -> steps.add(new Step(part, driverOf(part), Optional.empty())));
        steps.addAll(claim.steps());
        return new Claim(steps, claim.length(), claim.warnings(), Optional.empty());
    }

    private String driverOf(MonikerPart part) {
        return drivers.find(part.monikerClass()).map(d -> d.traits().name()).orElse("nobody");
    }

    private static Claim claim(Driver driver, Recognition answer, String text) {
        if (answer instanceof Recognition.Malformed malformed) {
            return Claim.malformed(malformed);
        }
        if (answer instanceof Recognition.Found stray
                && !stray.part().monikerClass().equals(driver.traits().monikerClass())) {
            throw new IllegalStateException("it claims a name of another class: " + stray);
        }
        return answer instanceof Recognition.Found found
                ? new Claim(
                        List.of(new Step(found.part(), driver.traits().name(), Optional.empty())),
                        Math.min(found.length(), text.length()),
                        found.warnings(),
                        Optional.empty())
                : Claim.NONE;
    }

    private static Claim askSafely(Driver driver, Driver.Visit<Claim> visit) {
        try {
            return driver.call(visit);
        } catch (BindException e) {
            return Claim.NONE; // it left while we asked: as good as absent
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // one driver's bug, or a class that it lacks, must not hide the names of the others
            return threw(driver.traits().name(), e);
        }
    }

    private static Claim ask(Parser parser, String text, Optional<Moniker> base) {
        try {
            return parser.parse(text, base)
                    .map(head -> claim(parser, head, text))
                    .orElse(Claim.NONE);
        } catch (RuntimeException | LinkageError | StackOverflowError e) { // as above
            return threw(parser.name(), e);
        }
    }

    private static Claim claim(Parser parser, DisplayNameParser.Head head, String text) {
        var steps =
                head.moniker().parts().stream()
                        .map(part -> new Step(part, parser.name(), Optional.empty()))
                        .toList();
        int length = Math.min(head.length(), text.length());
        return new Claim(steps, length, List.of(), Optional.empty());
    }

    private static Claim threw(String name, Throwable e) {
        System.getLogger(Claimants.class.getName())
                .log(System.Logger.Level.WARNING, name + " threw, asked about a name", e);
        return Claim.NONE;
    }
}
