package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.policy.RulesFixture.CODE;
import static org.bindhost.core.policy.RulesFixture.read;
import static org.bindhost.core.policy.RulesFixture.redirected;
import static org.bindhost.core.policy.RulesFixture.url;

import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Requester;
import org.bindhost.spi.AddressPolicy;
import org.junit.jupiter.api.Test;

/** Which binds may share connections and fetches: those with the same rules. */
class PermitEqualityTest {

    private final RulesFixture rules = new RulesFixture();

    private static AddressPolicy addresses(Permit permit) {
        return permit.addresses(read(url("http://a.example")));
    }

    @Test
    void policiesOfTheSameRulesAreEqual() {
        var other = new Requester("other.bundle", Optional.empty());

        assertThat(addresses(rules.code()))
                .isEqualTo(addresses(new RulesFixture().code()))
                .hasSameHashCodeAs(addresses(new RulesFixture().code()))
                .isEqualTo(addresses(rules.policies.permit(other, Optional.empty())));
    }

    @Test
    void policiesOfOtherRulesAreNot() {
        assertThat(addresses(rules.code())).isNotEqualTo(addresses(rules.document()));
        assertThat(addresses(rules.code())).isNotEqualTo(addresses(rules.person()));
        assertThat(addresses(rules.code()))
                .isNotEqualTo(
                        addresses(
                                new RulesFixture().with("a", Map.of("policy", "bundles")).code()));
    }

    /** Unless servers may lead to all that may be named. */
    @Test
    void aRedirectElsewhereHasConnectionsOfItsOwn() {
        var named = read(url("http://b.example"));
        var led = redirected("http://a.example", "http://b.example");

        assertThat(rules.code().addresses(led)).isNotEqualTo(rules.code().addresses(named));
        assertThat(rules.document().addresses(led)).isEqualTo(rules.document().addresses(named));
    }

    /** A bind keeps what it was given. */
    @Test
    void aChangeIsForThePermitsToCome() {
        var before = rules.code();
        rules.with("a", Map.of("policy", "none"));

        assertThat(before).isNotEqualTo(rules.policies.permit(CODE, Optional.empty()));
        assertThat(before).isEqualTo(new RulesFixture().code());
    }
}
