package org.bindhost.core.policy;

import java.util.Set;

/**
 * The bundles that are more than themselves.
 *
 * @param hosts those whose word is taken for whom they bind: the containers of controls
 * @param persons those that do what a person at a command line says
 */
public record Roles(Set<String> hosts, Set<String> persons) {

    /** No bundle is. */
    public static final Roles NONE = new Roles(Set.of(), Set.of());

    /** Copies the names. */
    public Roles {
        hosts = Set.copyOf(hosts);
        persons = Set.copyOf(persons);
    }
}
