package org.bindhost.core.policy;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds one hop against one rule, and says what is against it.
 *
 * @param rule the rule
 * @param asked the hop
 */
record Judge(Rule rule, Asked asked) {

    private static final String SECURE = "https";

    /** Why the hop is refused; nothing, if it is allowed. */
    Optional<String> objection() {
        return Stream.<Optional<String>>of(access(), places(), redirect())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> access() {
        Access access = rule.allowance().access();
        if (asked.writes()) {
            return unless(access.writing(), "writing is refused");
        }
        return unless(access.reading(), "reading is refused");
    }

    private Optional<String> places() {
        return asked.places().stream().flatMap(place -> place(place).stream()).findFirst();
    }

    private Optional<String> place(Place place) {
        Allowance allowance = rule.allowance();
        if (!isOfAllowedClass(place)) {
            return Optional.of("names of class " + place.monikerClass() + " are refused");
        }
        if (place.scheme().isPresent() && !allowance.schemes().have(place.scheme().get())) {
            return Optional.of("names of scheme " + place.scheme().get() + " are refused");
        }
        return place.host().flatMap(this::host);
    }

    private boolean isOfAllowedClass(Place place) {
        return rule.allowance().classes().have(place.monikerClass())
                || place.isItem()
                || (place.isBeside()
                        && !asked.writes()
                        && rule.allowance().access().besideDocument());
    }

    /** What can be told without asking anybody; the address itself is looked at later. */
    private Optional<String> host(String host) {
        Addresses addresses = rule.allowance().addresses(isElsewhere());
        Optional<AddressKind> named = SpecialNets.named(host);
        if (named.isPresent()) {
            return unless(addresses.allowNamed(named.get()), host + " is " + named.get().text());
        }
        if (Literals.isMistaken(host)) {
            return unless(addresses.allowAll(), host + " ends in a number, but is no address");
        }
        return Literals.read(host)
                .flatMap(
                        literal ->
                                unless(
                                        addresses.allow(literal),
                                        host + " is " + AddressKind.of(literal).text()));
    }

    private boolean isElsewhere() {
        return Permit.isElsewhere(asked);
    }

    private Optional<String> redirect() {
        if (asked.before().isEmpty()) {
            return Optional.empty();
        }
        Place from = asked.before().get(asked.before().size() - 1);
        Place to = asked.last();
        Redirects redirects = rule.allowance().redirects();
        boolean isDowngrade =
                from.scheme().equals(Optional.of(SECURE))
                        && !to.scheme().equals(Optional.of(SECURE));
        if (isDowngrade && !redirects.downgrade()) {
            return Optional.of("a redirect from https to what is not is refused");
        }
        if (to.hasOriginOf(from)) {
            return Optional.empty();
        }
        if (!redirects.elsewhere()) {
            return Optional.of("a redirect to another origin is refused");
        }
        return unless(
                redirects.bodies() || !asked.hasBody(),
                "a redirect to another origin is refused with the body that was for the first");
    }

    private static Optional<String> unless(boolean allowed, String objection) {
        return allowed ? Optional.empty() : Optional.of(objection);
    }
}
