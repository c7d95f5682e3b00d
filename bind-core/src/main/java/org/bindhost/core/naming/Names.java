package org.bindhost.core.naming;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.classes.AntiNames;
import org.bindhost.core.classes.ItemNames;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.ParsedName;
import org.bindhost.moniker.Reduced;
import org.bindhost.moniker.RelativePath;

/**
 * The {@link Monikers} of an engine: functions on values, with the drivers asked where they matter.
 */
public final class Names implements Monikers {

    private final DriverRegistry drivers;
    private final MonikerParser parser;
    private final Relations relations;
    private final Reduction reduction;
    private final Missing missing;

    /**
     * Makes names of what drivers and parsers understand.
     *
     * @param isRunning whether something runs under a name
     */
    public Names(DriverRegistry drivers, ParserRegistry parsers, Predicate<Moniker> isRunning) {
        this.drivers = drivers;
        this.parser = new MonikerParser(drivers, parsers);
        this.relations = new Relations(drivers);
        this.reduction = new Reduction(drivers);
        this.missing = new Missing(drivers, isRunning);
    }

    @Override
    public Moniker parse(String displayName) throws MonikerSyntaxException {
        return moniker(parser.parse(displayName, Optional.empty()));
    }

    @Override
    public Moniker parse(String displayName, Moniker base) throws MonikerSyntaxException {
        return moniker(parser.parse(displayName, Optional.of(base)));
    }

    /** Parses what something may be registered under, which includes items of nothing. */
    public Moniker parseRegistered(String displayName) throws MonikerSyntaxException {
        return moniker(parser.parseItems(displayName));
    }

    /** Lets go of drivers and parsers that have left. */
    public void forgetAbsent() {
        parser.forgetAbsent();
    }

    /**
     * Parses a text as one name of a class, asking nobody else: where a stranger has chosen the
     * text, such as a redirect.
     */
    public Moniker parseOf(String monikerClass, String text, MonikerPart base)
            throws MonikerSyntaxException {
        return moniker(parser.parseOf(monikerClass, text, Moniker.of(base)));
    }

    /** What a name stands for as far as that is known, with the classes present. */
    public Moniker reduced(Moniker name) {
        try {
            return reduction.reduce(name).moniker();
        } catch (BindException e) {
            return name; // it may run under itself
        }
    }

    @Override
    public ParsedName examine(String displayName, Optional<Moniker> base) {
        return missing.fill(parser.parse(displayName, base));
    }

    @Override
    public Optional<Moniker> compose(Moniker left, Moniker right) throws BindException {
        return new Composition(drivers).append(left).append(right).result();
    }

    @Override
    public Optional<Moniker> compose(List<Moniker> names) throws BindException {
        var composition = new Composition(drivers);
        for (Moniker name : names) {
            composition.append(name);
        }
        return composition.result();
    }

    @Override
    public Optional<Moniker> join(Moniker left, Moniker right) throws BindException {
        var composition = new Composition(drivers).append(left).thenOnlyJoin().append(right);
        if (composition.isGeneric()) {
            throw new BindException(
                    Reason.NEED_GENERIC,
                    "no rule makes one name of "
                            + left
                            + " and "
                            + right
                            + "; they can be composed");
        }
        return composition.result();
    }

    @Override
    public Moniker inverse(Moniker moniker) throws BindException {
        return relations.inverse(moniker);
    }

    @Override
    public Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) throws BindException {
        return relations.commonPrefix(me, him);
    }

    @Override
    public RelativePath relativePath(Moniker from, Moniker to) throws BindException {
        return relations.relativePath(from, to);
    }

    @Override
    public Reduced reduce(Moniker moniker) throws BindException {
        return reduction.reduce(moniker);
    }

    @Override
    public Moniker item(String name) {
        return Moniker.of(ItemNames.part(name));
    }

    @Override
    public Moniker anti(int count) {
        return Moniker.of(AntiNames.part(count));
    }

    @Override
    public String save(Moniker moniker) {
        return SavedNames.save(moniker);
    }

    @Override
    public Moniker load(String saved) throws MonikerSyntaxException {
        return SavedNames.load(saved);
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
