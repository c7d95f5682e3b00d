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
 * <p>Invariant, under its lock: {@code book} has precisely the rules of {@code ordered}, or one
 * that refuses everything where those are fewer than {@code expected}.
 */
public final class Policies {

    private final Map<Object, OrderedRule> ordered = new HashMap<>();
    private int expected;
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

    /** Says how many rules there have to be before anything is allowed. */
    public synchronized void expect(int rules) {
        expected = rules;
        rewrite(book.roles());
    }

    private void rewrite(Roles roles) {
        book =
                ordered.size() < expected
                        ? new Rulebook(List.of(Rule.waiting(ordered.size(), expected)), roles)
                        : new Rulebook(inOrder(), roles);
    }

    private List<Rule> inOrder() {
        return ordered.values().stream()
                .sorted(
                        Comparator.comparingInt(OrderedRule::order)
                                .thenComparing(it -> it.rule().name()))
                .map(OrderedRule::rule)
                .toList();
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
