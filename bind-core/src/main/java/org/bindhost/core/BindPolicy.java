package org.bindhost.core;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bindhost.core.policy.OrderedRule;

/**
 * What the binds of an engine may reach. Where none of its rules is about a bind, the defaults
 * hold: {@code documents} for names that a document supplied, {@code bundles} for those of the
 * program itself. {@code docs/policy.md} says what they allow, and has the table of options.
 *
 * <p><b>Threads.</b> It is a value.
 *
 * @param rules the rules; they are asked in the order of their options {@code order}, and those of
 *     equal order in that of their names
 */
public record BindPolicy(List<Rule> rules) {

    /** The defaults alone. */
    public static final BindPolicy DEFAULT = new BindPolicy(List.of());

    /** Everything is allowed to everybody, for tests and closed networks. */
    public static final BindPolicy OPEN = DEFAULT.with("open", Map.of("policy", List.of("open")));

    /**
     * One rule.
     *
     * @param name what it is called in messages
     * @param options its options, by their keys
     */
    public record Rule(String name, Map<String, List<String>> options) {
        /** Copies the options and checks them. */
        public Rule {
            requireNonNull(name, "name");
            options = Map.copyOf(options);
            OrderedRule.of(name, options);
        }
    }

    /** Copies the rules. */
    public BindPolicy {
        rules = List.copyOf(rules);
    }

    /**
     * Returns this policy with one rule more.
     *
     * @param name what it is called in messages
     * @param options its options, by their keys
     * @return the policy
     * @throws IllegalArgumentException if an option is wrong; the message says which, and what it
     *     may be
     */
    public BindPolicy with(String name, Map<String, List<String>> options) {
        return new BindPolicy(
                Stream.concat(rules.stream(), Stream.of(new Rule(name, options))).toList());
    }
}
