package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.classes.AntiNames;
import org.bindhost.core.classes.ItemNames;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.moniker.CommonPrefix;
import org.bindhost.moniker.CommonPrefix.Relation;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.RelativePath;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.JoiningMonikerClass;

/** How two names relate: what they have in common, and how one leads to the other. */
final class Relations {

    private final DriverRegistry drivers;

    Relations(DriverRegistry drivers) {
        this.drivers = drivers;
    }

    /** B-14. */
    Moniker inverse(Moniker moniker) throws BindException {
        return new Moniker(inverse(moniker.parts()));
    }

    private List<MonikerPart> inverse(List<MonikerPart> parts) throws BindException {
        var inverses = new ArrayList<MonikerPart>();
        for (int at = parts.size() - 1; at >= 0; at--) {
            inverses.add(inverse(parts.get(at)));
        }
        return inverses;
    }

    private MonikerPart inverse(MonikerPart part) throws BindException {
        if (AntiNames.isAnti(part)) {
            throw noInverse(part);
        }
        return drivers.ask(
                        part.monikerClass(),
                        InvertibleMonikerClass.class,
                        invertible -> invertible.inverse(part).orElseGet(() -> AntiNames.part(1)))
                .orElseThrow(() -> noInverse(part));
    }

    private static BindException noInverse(MonikerPart part) {
        return new BindException(
                Reason.NO_INVERSE,
                "names of class "
                        + part.monikerClass()
                        + ", such as "
                        + part
                        + ", have no inverse");
    }

    /** B-16, B-17. */
    Optional<CommonPrefix> commonPrefix(Moniker me, Moniker him) throws BindException {
        int equal = equalParts(me, him);
        var common = new ArrayList<>(me.parts().subList(0, equal));
        if (equal < me.parts().size() && equal < him.parts().size()) {
            commonPart(me.parts().get(equal), him.parts().get(equal)).ifPresent(common::add);
        }
        if (common.isEmpty()) {
            return Optional.empty();
        }
        var prefix = new Moniker(common);
        return Optional.of(new CommonPrefix(relation(me, him, prefix), prefix));
    }

    private static Relation relation(Moniker me, Moniker him, Moniker prefix) {
        boolean isMe = prefix.equals(me);
        boolean isHim = prefix.equals(him);
        if (isMe) {
            return isHim ? Relation.US : Relation.ME;
        }
        return isHim ? Relation.HIM : Relation.BOTH;
    }

    private static int equalParts(Moniker me, Moniker him) {
        int shorter = Math.min(me.parts().size(), him.parts().size());
        int equal = 0;
        while (equal < shorter && me.parts().get(equal).equals(him.parts().get(equal))) {
            equal++;
        }
        return equal;
    }

    private Optional<MonikerPart> commonPart(MonikerPart me, MonikerPart him) throws BindException {
        if (!me.monikerClass().equals(him.monikerClass())) {
            return Optional.empty();
        }
        if (AntiNames.isAnti(me)) {
            return smaller(me, him);
        }
        return drivers.ask(
                        me.monikerClass(),
                        JoiningMonikerClass.class,
                        joining -> joining.commonPrefix(me, him))
                .flatMap(prefix -> prefix);
    }

    private static Optional<MonikerPart> smaller(MonikerPart me, MonikerPart him) {
        OptionalInt mine = AntiNames.count(me);
        OptionalInt his = AntiNames.count(him);
        return mine.isPresent() && his.isPresent()
                ? Optional.of(mine.getAsInt() < his.getAsInt() ? me : him)
                : Optional.empty();
    }

    /** B-18: takes away what {@code from} has alone, and adds what {@code to} has alone. */
    RelativePath relativePath(Moniker from, Moniker to) throws BindException {
        if (from.equals(to)) {
            return new RelativePath(true, Optional.empty());
        }
        if (!from.isComposite() && ItemNames.isItem(from.last())) {
            throw new BindException(
                    Reason.NOT_BINDABLE,
                    from + " is an item of nothing, so that no path starts there");
        }
        int equal = equalParts(from, to);
        List<MonikerPart> mine = from.parts().subList(equal, from.parts().size());
        List<MonikerPart> his = to.parts().subList(equal, to.parts().size());
        Optional<MonikerPart> step =
                mine.isEmpty() || his.isEmpty() ? Optional.empty() : step(mine.get(0), his.get(0));
        if (equal == 0 && step.isEmpty()) {
            return new RelativePath(false, Optional.of(to));
        }
        int kept = step.isPresent() ? 1 : 0;
        var path = new ArrayList<>(back(from, mine.subList(kept, mine.size())));
        step.ifPresent(path::add);
        path.addAll(his.subList(kept, his.size()));
        return new RelativePath(true, Optional.of(new Moniker(path)));
    }

    private List<MonikerPart> back(Moniker from, List<MonikerPart> parts) throws BindException {
        try {
            return inverse(parts);
        } catch (BindException e) {
            if (e.reason() != Reason.NO_INVERSE) {
                throw e;
            }
            throw new BindException(
                    Reason.UNSUPPORTED,
                    "no path leads back within " + from + ": " + e.getMessage(),
                    e);
        }
    }

    private Optional<MonikerPart> step(MonikerPart from, MonikerPart to) throws BindException {
        if (!from.monikerClass().equals(to.monikerClass()) || AntiNames.isAnti(from)) {
            return Optional.empty();
        }
        return drivers.ask(
                        from.monikerClass(),
                        JoiningMonikerClass.class,
                        joining -> joining.relativePath(from, to))
                .flatMap(path -> path);
    }
}
