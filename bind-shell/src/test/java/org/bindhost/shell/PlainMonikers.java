package org.bindhost.shell;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.Reduced;
import org.bindhost.moniker.RelativePath;

/** Monikers of a part, perhaps with an item, as they are written; {@code bad:} begins none. */
final class PlainMonikers implements Monikers {

    @Override
    public Moniker parse(String displayName) throws MonikerSyntaxException {
        ParsedName parsed = examine(displayName, Optional.empty());
        if (parsed.problem().isPresent()) {
            throw new MonikerSyntaxException(parsed);
        }
        return parsed.moniker().orElseThrow();
    }

    @Override
    public Moniker parse(String displayName, Moniker base) throws MonikerSyntaxException {
        return parse(displayName);
    }

    @Override
    public ParsedName examine(String displayName, Optional<Moniker> base) {
        if (displayName.startsWith("bad:")) {
            return new ParsedName(
                    displayName,
                    List.of(),
                    0,
                    Optional.of("no class claims " + displayName),
                    List.of());
        }
        int end = displayName.indexOf('!');
        return new ParsedName(
                displayName,
                end < 0
                        ? List.of(step("plain", displayName))
                        : List.of(
                                step("plain", displayName.substring(0, end)),
                                step("item", displayName.substring(end))),
                displayName.length(),
                Optional.empty(),
                displayName.startsWith("odd:") ? List.of("it is odd") : List.of());
    }

    private static ParsedName.Step step(String monikerClass, String text) {
        return new ParsedName.Step(
                new MonikerPart(monikerClass, text, text), "org.example.plain 1.0", missing(text));
    }

    private static Optional<String> missing(String displayName) {
        return displayName.startsWith("odd:") ? Optional.of("a thing") : Optional.empty();
    }

    @Override
    public Optional<Moniker> compose(Moniker left, Moniker right) {
        throw notNeeded();
    }

    @Override
    public Optional<Moniker> compose(List<Moniker> names) {
        throw notNeeded();
    }

    @Override
    public Optional<Moniker> join(Moniker left, Moniker right) {
        throw notNeeded();
    }

    @Override
    public Moniker inverse(Moniker moniker) {
        throw notNeeded();
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) {
        throw notNeeded();
    }

    @Override
    public RelativePath relativePath(Moniker from, Moniker to) {
        throw notNeeded();
    }

    @Override
    public Reduced reduce(Moniker moniker) {
        throw notNeeded();
    }

    @Override
    public Moniker item(String name) {
        throw notNeeded();
    }

    @Override
    public Moniker anti(int count) {
        throw notNeeded();
    }

    @Override
    public String save(Moniker moniker) {
        throw notNeeded();
    }

    @Override
    public Moniker load(String saved) {
        throw notNeeded();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("no verb calculates with names");
    }

    @Override
    public Asynchrony isAsynchronous(Moniker moniker) {
        return Asynchrony.ASYNCHRONOUS;
    }
}
