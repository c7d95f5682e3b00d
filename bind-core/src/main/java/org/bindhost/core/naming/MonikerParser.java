package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bindhost.bind.BindException;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.ItemMonikerClass;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.RecognizedName;

/** Parses display names by asking the drivers present, best rank first, part after part. */
final class MonikerParser {

    /** Longer texts are no names; it bounds what a hostile one can cost. */
    private static final int MAX_CHARS = 8 * 1024;

    private static final int MAX_PARTS = 64;

    private final DriverRegistry drivers;

    MonikerParser(DriverRegistry drivers) {
        this.drivers = drivers;
    }

    ParsedName parse(String text, Optional<Moniker> base) {
        if (text.isEmpty() || text.length() > MAX_CHARS) {
            return new ParsedName(text, List.of(), 0, Optional.of(sizeProblem(text)));
        }
        var steps = new ArrayList<Step>();
        int at = 0;
        while (at < text.length() && steps.size() < MAX_PARTS) {
            Optional<Found> found = next(text.substring(at), steps, base);
            if (found.isEmpty()) {
                break;
            }
            steps.add(found.get().step());
            at += found.get().length();
        }
        return new ParsedName(
                text,
                steps,
                at,
                at == text.length() ? Optional.empty() : Optional.of(problem(text, at)));
    }

    private record Found(Step step, int length) {}

    private Optional<Found> next(String rest, List<Step> steps, Optional<Moniker> base) {
        for (Driver driver : drivers.drivers()) {
            Optional<RecognizedName> name = ask(driver, rest, steps, base);
            if (name.isPresent()) {
                return name.map(n -> found(driver, n, rest));
            }
        }
        return Optional.empty();
    }

    private static Optional<RecognizedName> ask(
            Driver driver, String rest, List<Step> steps, Optional<Moniker> base) {
        try {
            return driver.call(
                    service ->
                            steps.isEmpty()
                                    ? service.recognize(rest, base.map(Moniker::last))
                                    : recognizeItem(service, rest, steps));
        } catch (BindException e) {
            return Optional.empty(); // it left while we asked: as good as absent
        } catch (RuntimeException e) { // one driver's bug must not hide the names of the others
            System.getLogger(MonikerParser.class.getName())
                    .log(System.Logger.Level.WARNING, driver.traits().name() + " threw", e);
            return Optional.empty();
        }
    }

    private static Optional<RecognizedName> recognizeItem(
            MonikerClass service, String rest, List<Step> steps) {
        return service instanceof ItemMonikerClass items
                ? items.recognizeItem(rest, new Moniker(parts(steps)))
                : Optional.empty();
    }

    private static Found found(Driver driver, RecognizedName name, String rest) {
        int length = Math.min(name.length(), rest.length());
        return new Found(new Step(name.part(), driver.traits().name()), length);
    }

    private static List<MonikerPart> parts(List<Step> steps) {
        return steps.stream().map(Step::part).toList();
    }

    private static String sizeProblem(String text) {
        return text.isEmpty()
                ? "an empty text is no name"
                : "a name has at most " + MAX_CHARS + " characters, not " + text.length();
    }

    private String problem(String text, int at) {
        String classes =
                drivers.drivers().stream()
                        .map(driver -> driver.traits().monikerClass())
                        .sorted()
                        .collect(Collectors.joining(", ", "", ""));
        String present = classes.isEmpty() ? "there are none" : "there are: " + classes;
        return at == 0
                ? "no class of names understands \"" + text + "\"; " + present
                : "no class of names understands \""
                        + text.substring(at)
                        + "\" after \""
                        + text.substring(0, at)
                        + "\"; "
                        + present;
    }
}
