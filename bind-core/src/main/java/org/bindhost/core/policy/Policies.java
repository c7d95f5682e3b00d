package org.bindhost.core.policy;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Requester;

/**
 * The rules in force, which change while binds go on: a bind keeps what it was given when it was
 * made.
 *
 * <p>Invariant, under its lock: {@code book} has precisely the rules of {@code ordered}.
 */
public final class Policies {

    private final Map<Object, OrderedRule> ordered = new HashMap<>();
    private volatile Rulebook book = new Rulebook(List.of(), Roles.NONE);

    /** Adds a rule under a key of its own, or replaces the one there. */
    public synchronized void put(Object key, OrderedRule rule) {
        ordered.put(key, rule);
        rewrite(book.roles());
    }

    /** Removes the rule of a key, if there is one. */
    public synchronized void remove(Object key) {
        ordered.remove(key);
        rewrite(book.roles());
    }

    /** Says whose word is taken from now on. */
    public synchronized void roles(Roles roles) {
        rewrite(roles);
    }

    private void rewrite(Roles roles) {
        List<Rule> rules =
                ordered.values().stream()
                        .sorted(
                                Comparator.comparingInt(OrderedRule::order)
                                        .thenComparing(it -> it.rule().name()))
                        .map(OrderedRule::rule)
                        .toList();
        book = new Rulebook(rules, roles);
    }

    /**
     * What a bind that is made now is allowed.
     *
     * @param caller who makes it, as the engine knows
     * @param said for whom, as the caller says
     */
    public Permit permit(Requester caller, Optional<Requester> said) {
        return book.permit(caller, said);
    }
}
