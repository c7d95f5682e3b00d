package org.bindhost.core.policy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.AddressPolicy;

/**
 * What one bind is allowed, from its beginning to its end. Permits are equal when their rules are.
 */
public final class Permit {

    /**
     * The rules of each for whom the bind is made, best first, the last of them for all hosts; each
     * of them has to allow it.
     */
    private final List<List<Rule>> all;

    private final int hash; // it is asked for with each request

    Permit(List<List<Rule>> all) {
        this.all = List.copyOf(all);
        this.hash = all.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Permit permit
                        && hash == permit.hash
                        && all.equals(permit.all));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /**
     * Checks a hop before its driver is asked.
     *
     * @throws BindException if it is refused, reason {@code DENIED_BY_POLICY}
     */
    public void check(Asked asked) throws BindException {
        for (List<Rule> rules : all) {
            Rule rule = rule(rules, asked.host());
            Optional<String> objection = new Judge(rule, asked).objection();
            if (objection.isPresent()) {
                throw refused(Shown.name(asked.name()) + ": " + objection.get(), rule);
            }
        }
    }

    /** Whether it is of a person alone, who sees what is refused and needs no log for it. */
    public boolean isOfPerson() {
        Rule last = BuiltIn.last(Zone.PERSON);
        return all.stream().allMatch(rules -> rules.get(rules.size() - 1).equals(last));
    }

    /** The policy for the addresses of a hop: equal to another if all its answers are. */
    public AddressPolicy addresses(Asked asked) {
        return new PermittedAddresses(this, isElsewhere(asked) && differsElsewhere());
    }

    void check(String host, InetAddress address, boolean isElsewhere) throws BindException {
        for (List<Rule> rules : all) {
            Rule rule = rule(rules, Optional.of(host));
            if (!rule.allowance().addresses(isElsewhere).allow(address)) {
                String literal = address.getHostAddress();
                String led = Origin.plain(host).equals(literal) ? "" : " leads to " + literal + ",";
                String kind = AddressKind.of(address).text();
                throw refused(host + (led.isEmpty() ? " is " : led + " ") + kind, rule);
            }
        }
    }

    /** Whether a redirect has led away from the host that was named; there is no way back. */
    static boolean isElsewhere(Asked asked) {
        Place to = asked.last();
        return asked.before().stream().anyMatch(from -> !to.hasHostOf(from));
    }

    private boolean differsElsewhere() {
        return all.stream()
                .flatMap(List::stream)
                .map(Rule::allowance)
                .anyMatch(it -> !it.addresses(false).equals(it.addresses(true)));
    }

    private static Rule rule(List<Rule> rules, Optional<String> host) {
        return rules.stream().filter(rule -> rule.isAbout(host)).findFirst().orElseThrow();
    }

    private static BindException refused(String what, Rule rule) {
        return new BindException(
                Reason.DENIED_BY_POLICY, Shown.line(what) + ", refused " + rule.signature());
    }
}
