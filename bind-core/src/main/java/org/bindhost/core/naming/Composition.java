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

    /**
     * Appends a name. Both sides are taken as they are: only what meets where they are put together
     * is calculated, so that nothing else needs its class.
     */
    Composition append(Moniker name) throws BindException {
        boolean meets = true;
        for (MonikerPart part : name.parts()) {
            if (meets && !parts.isEmpty()) {
                meets = meet(part);
            } else {
                meets = false;
                follow(part);
            }
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

    /**
     * Puts a part next to the last; tells whether it is gone, so that what is behind it meets too.
     */
    private boolean meet(MonikerPart next) throws BindException {
        if (AntiNames.isAnti(next)) {
            return annihilate(next);
        }
        if (isSameClass(next)) {
            return join(next);
        }
        follow(next);
        return false;
    }

    /** B-05, B-07: takes away as many parts as it counts, unless it meets one that stays. */
    private boolean annihilate(MonikerPart anti) throws BindException {
        int count = AntiNames.count(anti).orElse(0); // of a stranger's there may be none
        int left = count;
        while (left > 0 && !parts.isEmpty() && isAnnihilated(last())) {
            parts.remove(parts.size() - 1);
            left--;
        }
        if (left > 0 || count == 0) {
            follow(left == count ? anti : AntiNames.part(left));
            return false;
        }
        return true;
    }

    private boolean isAnnihilated(MonikerPart part) throws BindException {
        return !AntiNames.isAnti(part)
                && drivers.require(part.monikerClass())
                        .call(
                                service ->
                                        service instanceof InvertibleMonikerClass invertible
                                                && invertible.inverse(part).isEmpty());
    }

    private boolean join(MonikerPart next) throws BindException {
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
            return false;
        }
        return true;
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
