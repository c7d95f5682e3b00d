package org.bindhost.core.engine;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.core.naming.Names;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.spi.Content.Redirect;

/**
 * One name of the chain that redirects make.
 *
 * @param moniker the name to open now
 * @param info how to ask for it
 * @param extent which of its bytes to ask for
 * @param number how many redirects led here
 * @param before the hop that redirected here, if one did
 */
record Hop(Moniker moniker, BindInfo info, Extent extent, int number, Optional<Hop> before) {

    /** As many as browsers follow; a loop ends here. */
    private static final int MOST = 20;

    static Hop first(BindSpec spec) {
        return first(spec, Extent.ALL);
    }

    static Hop first(BindSpec spec, Extent extent) {
        return first(spec.moniker(), spec.info(), extent);
    }

    static Hop first(Moniker moniker, BindInfo info, Extent extent) {
        return new Hop(moniker, info, extent, 0, Optional.empty());
    }

    /** The same hop, for other bytes. */
    Hop with(Extent other) {
        return new Hop(moniker, info, other, number, before);
    }

    /** Follows a redirect, unless that is forbidden. */
    Hop next(Redirect redirect, Names names) throws BindException {
        if (info.has(BindFlag.NO_REDIRECTS)) {
            throw refused(redirect, "redirects are forbidden for this bind");
        }
        if (number == MOST) {
            throw refused(redirect, "it is redirect number " + (MOST + 1));
        }
        Moniker target = target(redirect, names);
        boolean keeps = redirect.keepsVerb();
        var nextInfo =
                new BindInfo(
                        info.flags(),
                        keeps ? info.verb() : BindInfo.GET,
                        keeps ? info.body() : Optional.empty(),
                        "",
                        info.resumption(),
                        info.digest());
        return new Hop(target, nextInfo, extent, number + 1, Optional.of(this));
    }

    /** Only the class that was asked is asked again: a server has chosen the text. */
    private Moniker target(Redirect redirect, Names names) throws BindException {
        MonikerPart last = moniker.last();
        try {
            Moniker parsed = names.parseOf(last.monikerClass(), redirect.target(), last);
            return moniker.left().isPresent()
                    ? names.compose(moniker.left().get(), parsed).orElse(parsed)
                    : parsed;
        } catch (MonikerSyntaxException e) {
            throw refused(redirect, e.getMessage());
        }
    }

    private BindException refused(Redirect redirect, String why) {
        return new BindException(
                Reason.REDIRECT_FAILED,
                moniker + " redirects to " + redirect.target() + ", which is not followed: " + why);
    }
}
