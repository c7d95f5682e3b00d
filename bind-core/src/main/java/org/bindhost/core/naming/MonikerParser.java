package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.Recognition;

/**
 * Parses display names: asks everybody present about the head, best rank first, and then about each
 * item, until the text is used up. {@code @CLASS:} before a name says which class to ask.
 */
final class MonikerParser {

    private static final char DESIGNATED = '@';

    private final DriverRegistry drivers;
    private final Claimants claimants;

    MonikerParser(DriverRegistry drivers, ParserRegistry parsers) {
        this.drivers = drivers;
        this.claimants = new Claimants(drivers, parsers);
    }

    /** Lets go of whoever has left. */
    void forgetAbsent() {
        claimants.forgetAbsent();
    }

    /** Parses a name from its head. */
    ParsedName parse(String text, Optional<Moniker> base) {
        Optional<String> problem = NameText.problem(text);
        return problem.isPresent()
                ? failed(text, problem.get())
                : parseItems(text, head(text, base));
    }

    /** Parses what may be registered, which includes items of nothing. */
    ParsedName parseItems(String text) {
        Optional<String> problem = NameText.problem(text);
        if (problem.isPresent() || text.charAt(0) != '!') {
            return parse(text, Optional.empty());
        }
        var none = new Moniker(List.of(new MonikerPart("none", "none", "")));
        return parseItems(text, claimants.askItems(text, none));
    }

    /** Parses one name of a class, and nothing after it. */
    ParsedName parseOf(String monikerClass, String text, Moniker base) {
        Optional<String> problem = NameText.problem(text);
        if (problem.isPresent()) {
            return failed(text, problem.get());
        }
        Claim claim =
                drivers.find(monikerClass)
                        .map(driver -> claimants.askHead(driver, text, Optional.of(base)))
                        .orElse(Claim.NONE);
        if (claim.isFound() && claim.length() == text.length()) {
            return new ParsedName(
                    text, claim.steps(), text.length(), Optional.empty(), claim.warnings());
        }
        String why =
                claim.malformed()
                        .map(Recognition.Malformed::problem)
                        .orElse(claim.isFound() ? "goes on after its name" : "is of another class");
        return failed(text, "\"" + NameText.shown(text) + "\" " + why);
    }

    private Claim head(String text, Optional<Moniker> base) {
        if (text.charAt(0) == DESIGNATED) {
            return designated(text, base);
        }
        Claim best = Claim.NONE;
        for (var claimant : claimants.heads()) {
            Claim claim = claimant.ask(text, base);
            if (claim.isFound()) {
                return claim;
            }
            best = Claimants.better(best, claim);
        }
        return best;
    }

    private Claim designated(String text, Optional<Moniker> base) {
        int colon = text.indexOf(':');
        if (colon < 2) {
            return malformed(1, "names no class between '@' and ':'");
        }
        String designator = text.substring(1, colon);
        var driver = drivers.find(designator);
        if (driver.isEmpty()) {
            return malformed(
                    1, "asks for the class " + NameText.shown(designator) + ", which is absent");
        }
        int start = colon + 1;
        Claim claim = claimants.askHead(driver.get(), text.substring(start), base);
        if (claim.isFound()) {
            return prefixed(text.substring(0, start), claim);
        }
        return claim.malformed()
                .map(m -> malformed(start + m.at(), m.problem()))
                .orElseGet(() -> malformed(start, "begins no name of class " + designator));
    }

    private static Claim malformed(int at, String problem) {
        return Claim.malformed(new Recognition.Malformed(at, problem));
    }

    /**
     * The designator belongs to the text: without it the name might not be parsed again. Only what
     * follows another name has no place for one.
     */
    private static Claim prefixed(String designator, Claim claim) {
        var steps = new ArrayList<>(claim.steps());
        if (steps.size() == 1) {
            Step first = steps.get(0);
            MonikerPart part = first.part();
            var whole = new MonikerPart(part.monikerClass(), part.key(), designator + part.text());
            steps.set(0, new Step(whole, first.driver(), first.missing()));
        }
        return new Claim(
                steps, designator.length() + claim.length(), claim.warnings(), claim.malformed());
    }

    private ParsedName parseItems(String text, Claim head) {
        var steps = new ArrayList<>(head.steps());
        var warnings = new ArrayList<>(head.warnings());
        Claim last = head;
        int at = 0;
        while (last.isFound()) {
            at += last.length();
            if (at >= text.length() || steps.size() >= NameText.MAX_PARTS) {
                break;
            }
            last = claimants.askItems(text.substring(at), moniker(steps));
            steps.addAll(last.steps());
            warnings.addAll(last.warnings());
        }
        warnings.addAll(NameText.warnings(text));
        Optional<String> problem =
                at == text.length()
                        ? Optional.empty()
                        : Optional.of(problem(text, at, steps, last));
        return new ParsedName(text, steps, at, problem, warnings);
    }

    private static Moniker moniker(List<Step> steps) {
        var parts = new ArrayList<MonikerPart>(steps.size());
        for (Step step : steps) {
            parts.add(step.part());
        }
        return new Moniker(parts);
    }

    private static ParsedName failed(String text, String problem) {
        return new ParsedName(text, List.of(), 0, Optional.of(problem), List.of());
    }

    private String problem(String text, int at, List<Step> steps, Claim last) {
        if (steps.size() >= NameText.MAX_PARTS) {
            return "a name has at most " + NameText.MAX_PARTS + " parts";
        }
        String rest = "\"" + NameText.shown(text.substring(at)) + "\"";
        String where = at == 0 ? "" : " after \"" + NameText.shown(text.substring(0, at)) + "\"";
        return last.malformed()
                .map(m -> rest + where + " " + m.problem() + ", at character " + (at + m.at() + 1))
                .orElseGet(
                        () -> "no class of names understands " + rest + where + "; " + present());
    }

    private String present() {
        List<String> classes = drivers.classes();
        return classes.isEmpty() ? "there are none" : "there are: " + String.join(", ", classes);
    }
}
