package org.bindhost.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom and what a rule is about; what is empty is about all.
 *
 * @param zones who has chosen the name
 * @param bundles who asks
 * @param documents where the name stands
 * @param hosts where it leads, in lower case
 */
record Scope(Set<Zone> zones, List<Glob> bundles, List<Glob> documents, List<Glob> hosts) {

    /** About everybody and everything. */
    static final Scope ALL = new Scope(Set.of(), List.of(), List.of(), List.of());

    Scope {
        zones = Set.copyOf(zones);
        bundles = List.copyOf(bundles);
        documents = List.copyOf(documents);
        hosts = List.copyOf(hosts);
    }

    boolean isAbout(Subject subject) {
        return (zones.isEmpty() || zones.contains(subject.zone()))
                && matches(bundles, Optional.of(subject.bundle()))
                && matches(documents, subject.document());
    }

    /** A name that leads to no host is in the scope of rules for all hosts only. */
    boolean isAbout(Optional<String> host) {
        return matches(hosts, host.map(Origin::plain));
    }

    private static boolean matches(List<Glob> patterns, Optional<String> text) {
        return patterns.isEmpty()
                || text.filter(it -> patterns.stream().anyMatch(glob -> glob.matches(it)))
                        .isPresent();
    }
}
