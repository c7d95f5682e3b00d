package org.bindhost.core.policy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindhost.bind.Requester;

/**
 * All rules at one moment.
 *
 * @param rules the configured ones, best first
 * @param roles whose word is taken
 */
record Rulebook(List<Rule> rules, Roles roles) {

    /** What holds where nothing is configured. */
    private static final Map<Zone, Permit> USUAL = usual();

    Rulebook {
        rules = List.copyOf(rules);
    }

    /**
     * Finds what a bind is allowed. Who says that it binds for another gains nothing by it: both
     * have to be allowed what is asked for. Only a host of controls is believed.
     *
     * @param caller who makes the bind, as the engine knows
     * @param said for whom, as the caller says
     */
    Permit permit(Requester caller, Optional<Requester> said) {
        Subject own = own(caller);
        if (said.isEmpty() || said.get().equals(caller)) {
            return permit(own);
        }
        Subject other = Subject.said(said.get());
        return roles.hosts().contains(caller.bundle())
                ? permit(other)
                : both(rules(own), rules(other));
    }

    private Permit permit(Subject subject) {
        return rules.isEmpty() ? USUAL.get(subject.zone()) : new Permit(List.of(rules(subject)));
    }

    private static Map<Zone, Permit> usual() {
        var permits = new EnumMap<Zone, Permit>(Zone.class);
        for (Zone zone : Zone.values()) {
            permits.put(zone, new Permit(List.of(List.of(BuiltIn.last(zone)))));
        }
        return permits;
    }

    private static Permit both(List<Rule> one, List<Rule> other) {
        return new Permit(one.equals(other) ? List.of(one) : List.of(one, other));
    }

    private Subject own(Requester caller) {
        boolean isPerson = caller.document().isEmpty() && roles.persons().contains(caller.bundle());
        return isPerson
                ? new Subject(Zone.PERSON, caller.bundle(), Optional.empty())
                : Subject.said(caller);
    }

    private List<Rule> rules(Subject subject) {
        return Stream.concat(
                        rules.stream().filter(rule -> rule.scope().isAbout(subject)),
                        Stream.of(BuiltIn.last(subject.zone())))
                .toList();
    }
}
