package org.bindhost.core.engine;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.policy.Asked;
import org.bindhost.core.policy.Origin;
import org.bindhost.core.policy.Place;
import org.bindhost.core.policy.Shown;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.AddressPolicy;
import org.bindhost.spi.ItemMonikerClass;

/** One hop before the policy: looks at it as rules do, and tells of what they refuse. */
final class HopAsking {

    /** Verbs that change nothing (RFC 9110, 9.2.1), of those that ask for something. */
    private static final Set<String> READING = Set.of(BindInfo.GET, "HEAD", "OPTIONS");

    private final Core core; // whose drivers know the names
    private final BindSpec spec;
    private final Hop hop;
    private volatile Optional<Asked> asked = Optional.empty(); // the same, whoever looks first

    HopAsking(Core core, BindSpec spec, Hop hop) {
        this.core = core;
        this.spec = spec;
        this.hop = hop;
    }

    BindSpec spec() {
        return spec;
    }

    Hop hop() {
        return hop;
    }

    /**
     * Checks the hop before its driver is asked.
     *
     * @throws BindException if it is refused, reason {@code DENIED_BY_POLICY}
     */
    void check() throws BindException {
        spec.permit().check(asked());
    }

    AddressPolicy addresses() {
        return spec.permit().addresses(asked());
    }

    /** Logs a failure that somebody's rules are the cause of, and hands it on. */
    BindException told(BindException failure) {
        if (failure.reason() == Reason.DENIED_BY_POLICY) {
            System.getLogger("org.bindhost.policy")
                    .log(
                            spec.permit().isOfPerson() ? Level.DEBUG : Level.WARNING,
                            "denied to bundle {0}, document {1}: {2}",
                            Shown.line(spec.requester().bundle()),
                            spec.requester().document().map(Shown::name).orElse("none"),
                            named(Shown.message(String.valueOf(failure.getMessage()))));
        }
        return failure;
    }

    /** Objections of rules begin with the name, and those of drivers may. */
    private String named(String message) {
        String name = Shown.name(hop.moniker().displayName());
        return message.startsWith(name) ? message : name + ": " + message;
    }

    private Asked asked() {
        Optional<Asked> known = asked;
        if (known.isPresent()) {
            return known.get();
        }
        var made =
                new Asked(
                        hop.moniker().displayName(),
                        places(),
                        spec.options().mode() != Mode.READ || !READING.contains(hop.info().verb()),
                        hop.info().body().isPresent(),
                        before());
        asked = Optional.of(made);
        return made;
    }

    private List<Place> before() {
        var places = new ArrayList<Place>();
        Optional<Hop> each = hop.before();
        while (each.isPresent()) {
            places.add(place(each.get().moniker().last(), false));
            each = each.get().before();
        }
        Collections.reverse(places);
        return places;
    }

    /** What stands first is an item of nothing, whatever else its class is able to. */
    private List<Place> places() {
        var places = new ArrayList<Place>();
        for (MonikerPart part : hop.moniker().parts()) {
            places.add(place(part, !places.isEmpty()));
        }
        return places;
    }

    private Place place(MonikerPart part, boolean follows) {
        Optional<Driver> driver = core.drivers().find(part.monikerClass());
        return new Place(
                part.monikerClass(),
                follows && driver.filter(it -> it.can(ItemMonikerClass.class)).isPresent(),
                Besides.isBeside(core.names(), spec.requester().document(), part),
                core.origin(part).flatMap(Origin::of));
    }
}
