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

/** Monikers of one part, which are what they are written as; {@code bad:} begins none. */
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
                    displayName, List.of(), 0, Optional.of("no class claims " + displayName));
        }
        MonikerPart part = new MonikerPart("plain", displayName, displayName);
        return new ParsedName(
                displayName,
                List.of(new ParsedName.Step(part, "org.example.plain 1.0")),
                displayName.length(),
                Optional.empty());
    }

    @Override
    public Moniker compose(Moniker left, Moniker right) {
        throw new UnsupportedOperationException("no verb composes");
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) {
        return Optional.empty();
    }

    @Override
    public Asynchrony isAsynchronous(Moniker moniker) {
        return Asynchrony.ASYNCHRONOUS;
    }
}
