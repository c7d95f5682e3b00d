package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.classes.AntiNames;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;

/** Names being put together, part after part. Used by one thread. */
final class Composition {

    private final DriverRegistry drivers;
    private final List<MonikerPart> parts = new ArrayList<>();
    private boolean generic;

    Composition(DriverRegistry drivers) {
        this.drivers = drivers;
    }

    Composition append(Moniker name) throws BindException {
        for (MonikerPart part : name.parts()) {
            append(part);
        }
        return this;
    }

    /** From now on parts are to be joined, and {@link #isGeneric} tells whether that failed. */
    Composition thenOnlyJoin() {
        generic = false;
        return this;
    }

    /** Whether parts merely follow each other, no rule having made one of them. */
    boolean isGeneric() {
        return generic;
    }

    Optional<Moniker> result() {
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Moniker(parts));
    }

    private void append(MonikerPart next) throws BindException {
        if (AntiNames.isAnti(next)) {
            annihilate(next);
        } else if (parts.isEmpty() || !isSameClass(next)) {
            follow(next);
        } else {
            join(next);
        }
    }

    /** B-05, B-07: takes away as many parts as it counts, unless it meets one that stays. */
    private void annihilate(MonikerPart anti) throws BindException {
        int left = AntiNames.count(anti).orElse(0);
        if (left == 0) {
            follow(anti); // from a stranger; it stays as it is
            return;
        }
        int before = left;
        while (left > 0 && !parts.isEmpty() && isAnnihilated(last())) {
            parts.remove(parts.size() - 1);
            left--;
        }
        if (left > 0) {
            follow(left == before ? anti : AntiNames.part(left));
        }
    }

    private boolean isAnnihilated(MonikerPart part) throws BindException {
        return !AntiNames.isAnti(part)
                && drivers.require(part.monikerClass())
                        .call(
                                service ->
                                        service instanceof InvertibleMonikerClass invertible
                                                && invertible.inverse(part).isEmpty());
    }

    private void join(MonikerPart next) throws BindException {
        MonikerPart left = last();
        Joined joined =
                drivers.require(next.monikerClass())
                        .call(
                                service ->
                                        service instanceof JoiningMonikerClass joining
                                                ? joining.join(left, next)
                                                : Joined.apart());
        if (joined instanceof Joined.One one) {
            parts.set(parts.size() - 1, one.part());
        } else if (joined == Joined.nothing()) {
            parts.remove(parts.size() - 1);
        } else {
            follow(next);
        }
    }

    private void follow(MonikerPart next) throws BindException {
        if (parts.size() >= NameText.MAX_PARTS) {
            throw new BindException(
                    Reason.SYNTAX, "a name has at most " + NameText.MAX_PARTS + " parts");
        }
        generic |= !parts.isEmpty();
        parts.add(next);
    }

    private boolean isSameClass(MonikerPart next) {
        return last().monikerClass().equals(next.monikerClass());
    }

    private MonikerPart last() {
        return parts.get(parts.size() - 1);
    }
}
