package org.bindhost.core.policy;

import java.util.Map;

/**
 * A rule and where it stands among the others.
 *
 * @param order the smallest is asked first
 * @param rule the rule
 */
public record OrderedRule(int order, Rule rule) {

    /**
     * Reads a rule as it is configured.
     *
     * @param name what it is called
     * @param options its options, by their keys
     * @throws IllegalArgumentException if one of them is wrong; the message says which, and what it
     *     may be
     */
    public static OrderedRule of(String name, Map<String, ?> options) {
        return new RuleOptions(name, options).read();
    }

    /**
     * Makes the rule that stands in for one that is wrong: it refuses everything to whom that was
     * about, as far as this can be told.
     *
     * @param name what it is called
     * @param options the options, one of which is wrong
     */
    public static OrderedRule refusing(String name, Map<String, ?> options) {
        return new RuleOptions(name, options).refusing();
    }
}
