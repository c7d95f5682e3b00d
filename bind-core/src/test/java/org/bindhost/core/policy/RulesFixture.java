package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Requester;

/** Rules, those who ask, and what they ask for. */
final class RulesFixture {

    static final Requester CODE = new Requester("some.bundle", Optional.empty());
    static final Requester DOCUMENT =
            new Requester("some.control", Optional.of("http://site.example/doc"));
    static final Requester HOST = new Requester("the.host", Optional.empty());
    static final Requester SHELL = new Requester("the.shell", Optional.empty());

    final Policies policies = new Policies();

    RulesFixture() {
        policies.roles(new Roles(Set.of("the.host"), Set.of("the.shell")));
    }

    RulesFixture with(String name, Map<String, ?> options) {
        policies.put(name, OrderedRule.of(name, options));
        return this;
    }

    Permit code() {
        return policies.permit(CODE, Optional.empty());
    }

    Permit document() {
        return policies.permit(HOST, Optional.of(DOCUMENT));
    }

    Permit person() {
        return policies.permit(SHELL, Optional.empty());
    }

    static Place url(String origin) {
        return new Place("url", false, false, Origin.of(origin));
    }

    static Place named(String monikerClass) {
        return new Place(monikerClass, false, false, Optional.empty());
    }

    static Asked read(Place... places) {
        return new Asked("a name", List.of(places), false, false, List.of());
    }

    static Asked write(Place... places) {
        return new Asked("a name", List.of(places), true, true, List.of());
    }

    /** What the last of some origins is asked for, after the others have redirected. */
    static Asked redirected(String... origins) {
        var all = List.of(origins).stream().map(RulesFixture::url).toList();
        int last = all.size() - 1;
        return new Asked("a name", List.of(all.get(last)), false, false, all.subList(0, last));
    }

    static Asked withBody(Asked asked) {
        return new Asked(asked.name(), asked.places(), asked.writes(), true, asked.before());
    }

    static void assertAllows(Permit permit, Asked asked) throws BindException {
        permit.check(asked);
        assertThat(asked.places()).isNotEmpty();
    }

    static void assertRefuses(Permit permit, Asked asked, String message) {
        assertThatThrownBy(() -> permit.check(asked))
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.DENIED_BY_POLICY))
                .hasMessageContaining(message);
    }

    /** Whether a host may be connected to at an address. */
    static boolean allows(Permit permit, Asked asked, String literal) {
        String host = asked.host().orElseThrow();
        try {
            permit.addresses(asked).check(host, new InetSocketAddress(address(literal), 80));
            return true;
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.DENIED_BY_POLICY);
            assertThat(e).hasMessageContaining("refused by policy \"");
            return false;
        }
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByAddress(Literals.read(literal).orElseThrow());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
