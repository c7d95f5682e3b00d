package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.CommonPrefix.Relation;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;

/**
 * The {@link Monikers} of an engine: functions on values, with the drivers asked where they matter.
 */
public final class Names implements Monikers {

    private final DriverRegistry drivers;
    private final MonikerParser parser;

    public Names(DriverRegistry drivers) {
        this.drivers = drivers;
        this.parser = new MonikerParser(drivers);
    }

    @Override
    public Moniker parse(String displayName) throws MonikerSyntaxException {
        return moniker(parser.parse(displayName, Optional.empty()));
    }

    @Override
    public Moniker parse(String displayName, Moniker base) throws MonikerSyntaxException {
        return moniker(parser.parse(displayName, Optional.of(base)));
    }

    @Override
    public ParsedName examine(String displayName, Optional<Moniker> base) {
        return parser.parse(displayName, base);
    }

    @Override
    public Moniker compose(Moniker left, Moniker right) throws BindException {
        var parts = new ArrayList<>(left.parts());
        for (MonikerPart part : right.parts()) {
            append(parts, part);
        }
        return new Moniker(parts);
    }

    private void append(List<MonikerPart> parts, MonikerPart next) throws BindException {
        int end = parts.size() - 1;
        Optional<MonikerPart> joined = join(parts.get(end), next);
        if (joined.isPresent()) {
            parts.set(end, joined.get());
        } else {
            parts.add(next);
        }
    }

    private Optional<MonikerPart> join(MonikerPart left, MonikerPart right) throws BindException {
        return left.monikerClass().equals(right.monikerClass())
                ? drivers.require(left.monikerClass()).call(service -> service.join(left, right))
                : Optional.empty();
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) {
        int shorter = Math.min(me.parts().size(), him.parts().size());
        int common = 0;
        while (common < shorter && me.parts().get(common).equals(him.parts().get(common))) {
            common++;
        }
        if (common == 0) {
            return Optional.empty();
        }
        var prefix = new Moniker(me.parts().subList(0, common));
        return Optional.of(new CommonPrefix(relation(me, him, common), prefix));
    }

    private static Relation relation(Moniker me, Moniker him, int common) {
        boolean allOfMe = common == me.parts().size();
        boolean allOfHim = common == him.parts().size();
        if (allOfMe) {
            return allOfHim ? Relation.US : Relation.ME;
        }
        return allOfHim ? Relation.HIM : Relation.BOTH;
    }

    @Override
    public Asynchrony isAsynchronous(Moniker moniker) {
        var answer = Asynchrony.SYNCHRONOUS;
        for (MonikerPart part : moniker.parts()) {
            var asynchronous = drivers.isAsynchronous(part.monikerClass());
            if (asynchronous.isEmpty()) {
                return Asynchrony.UNKNOWN;
            }
            if (asynchronous.get()) {
                answer = Asynchrony.ASYNCHRONOUS;
            }
        }
        return answer;
    }

    private static Moniker moniker(ParsedName parsed) throws MonikerSyntaxException {
        if (parsed.problem().isPresent()) {
            throw new MonikerSyntaxException(parsed);
        }
        return parsed.moniker().orElseThrow();
    }
}
