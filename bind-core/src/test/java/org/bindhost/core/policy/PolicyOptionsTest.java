package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.core.policy.RulesFixture.allows;
import static org.bindhost.core.policy.RulesFixture.assertAllows;
import static org.bindhost.core.policy.RulesFixture.assertRefuses;
import static org.bindhost.core.policy.RulesFixture.named;
import static org.bindhost.core.policy.RulesFixture.read;
import static org.bindhost.core.policy.RulesFixture.redirected;
import static org.bindhost.core.policy.RulesFixture.url;
import static org.bindhost.core.policy.RulesFixture.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that are configured: whom they are about, what they say, and which of them holds. */
class PolicyOptionsTest {

    private final RulesFixture rules = new RulesFixture();

    @Test
    void theFirstRuleThatIsAboutABindHolds() throws Exception {
        rules.with("b", Map.of("order", "2", "policy", "none"))
                .with("a", Map.of("order", 1, "zones", "bundle", "policy", "open"));

        assertAllows(rules.code(), read(named("file")));
        assertRefuses(rules.person(), read(named("file")), "policy \"b\"");
        rules.policies.remove("a");
        assertRefuses(rules.code(), read(named("file")), "policy \"b\"");
        rules.policies.remove("b");
        assertAllows(rules.code(), read(named("file")));
    }

    @Test
    void aRuleCanBeAboutBundles() throws Exception {
        rules.with("a", Map.of("bundles", List.of("other", "some.b*"), "policy", "none"));

        assertRefuses(rules.code(), read(named("file")), "policy \"a\"");
        assertAllows(rules.person(), read(named("file")));
    }

    @Test
    void aRuleCanBeAboutDocuments() throws Exception {
        rules.with(
                "a",
                Map.of("documents", new String[] {"http://site.example/*"}, "classes", "file"));

        assertAllows(rules.document(), read(named("file")));
        assertRefuses(rules.document(), read(url("http://x.example")), "class url");
        assertAllows(rules.code(), read(url("http://x.example")));
    }

    @Test
    void aRuleCanBeAboutHosts() throws Exception {
        rules.with(
                        "inside",
                        Map.of(
                                "order",
                                "1",
                                "hosts",
                                "*.Corp.example",
                                "addresses",
                                List.of("public", "10.1.0.0/16")))
                .with("no", Map.of("order", "2", "hosts", "ads.example", "policy", "none"));
        var inside = read(url("http://wiki.corp.example."));

        assertThat(allows(rules.document(), inside, "10.1.2.3")).isTrue();
        assertThat(allows(rules.document(), inside, "10.2.2.3")).isFalse();
        assertThat(allows(rules.document(), read(url("http://corp.example")), "10.1.2.3"))
                .isFalse();
        assertRefuses(rules.document(), read(url("http://ads.example")), "policy \"no\"");
        assertAllows(rules.code(), read(named("file")));
    }

    @Test
    void addressesCanBeRefused() {
        rules.with("a", Map.of("addresses.refused", "8.8.0.0/16"));
        var asked = read(url("http://a.example"));

        assertThat(allows(rules.document(), asked, "8.8.8.8")).isFalse();
        assertThat(allows(rules.document(), asked, "8.9.8.8")).isTrue();
        assertThat(allows(rules.document(), asked, "10.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "::10.0.0.1",
                "2002:a00:1::1",
                "2001:0:808:808::f5ff:fffe",
                "2607:f8b0::5efe:10.0.0.1",
                "2607:f8b0::200:5efe:10.0.0.1",
                "2002:808:808::5efe:10.0.0.1"
            })
    void anAddressThatIsRefusedIsSoWithinAnother(String literal) {
        rules.with("a", Map.of("policy", "open", "addresses.refused", "10.0.0.0/8"));

        assertThat(allows(rules.code(), read(url("http://a.example")), literal)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::1",
                "::8.8.8.8",
                "2002:808:808:a00::1",
                "2607:f8b0::5efe:8.8.8.8",
                "2607:f8b0::a00:1"
            })
    void anAddressThatIsWithinNoneThatIsRefusedIsAllowed(String literal) {
        var refused = List.of("10.0.0.0/8", "0.0.0.0/8");
        rules.with("a", Map.of("policy", "open", "addresses.refused", refused));

        assertThat(allows(rules.code(), read(url("http://a.example")), literal)).isTrue();
    }

    /** Or a page could overwrite the page beside it. */
    @Test
    void filesBesideADocumentAreReadEvenWhereWritingIsAllowed() throws Exception {
        var beside = new Place("file", false, true, Optional.empty());
        rules.with("a", Map.of("writing", "allow"));

        assertAllows(rules.document(), read(beside));
        assertAllows(rules.document(), write(url("http://a.example")));
        assertRefuses(rules.document(), write(beside), "names of class file are refused");
        rules.with("a", Map.of("writing", "allow", "classes", "file"));
        assertAllows(rules.document(), write(beside));
    }

    @Test
    void readingAndWritingAreAllowedApart() throws Exception {
        rules.with("a", Map.of("reading", "refuse", "writing", "allow"));

        assertRefuses(rules.document(), read(url("http://a.example")), "reading is refused");
        assertAllows(rules.document(), write(url("http://a.example")));
    }

    @Test
    void redirectsCanBeRefused() throws Exception {
        rules.with("a", Map.of("redirect.elsewhere", "refuse", "redirect.downgrade", "allow"));

        assertRefuses(
                rules.document(),
                redirected("https://a.example", "http://a.example"),
                "a redirect to another origin is refused");
        assertAllows(rules.document(), redirected("http://a.example", "http://a.example"));
    }

    @Test
    void redirectsCanLeadInside() {
        rules.with(
                "a",
                Map.of("policy", "bundles", "redirect.addresses", List.of("public", "private")));
        var asked = redirected("http://a.example", "http://b.example");

        assertThat(allows(rules.code(), asked, "10.0.0.1")).isTrue();
        assertThat(allows(rules.code(), asked, "127.0.0.1")).isFalse();
    }

    /** A rule of a framework has options that are the framework's. */
    @Test
    void whatFrameworksAddIsNoOption() throws Exception {
        rules.with("a", Map.of("service.pid", "x", "felix.fileinstall.filename", "y", ".z", 1));

        assertAllows(rules.document(), read(url("http://a.example")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zones | documnet | zones is one or more of document, bundle, person",
                "policy | openn | policy is one of documents, bundles, person, open, none",
                "addresses | 10.0.0.0/99 | addresses is kinds (public, loopback, private",
                "addresses | inside | addresses is kinds",
                "addresses.refused | x | addresses.refused is a range, not \"x\"",
                "redirect.addresses | x | redirect.addresses is kinds",
                "order | first | order is a whole number, not \"first\"",
                "reading | yes | reading is \"allow\" or \"refuse\", not \"yes\"",
                "redirect.bodies | 1 | redirect.bodies is \"allow\" or \"refuse\"",
                "adresses | public | policy \"mine\" has no option adresses, only addresses,"
            })
    void aWrongOptionIsRefusedWithWhatItMayBe(String key, String value, String message) {
        assertThatThrownBy(() -> OrderedRule.of("mine", Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("policy \"mine\"")
                .hasMessageContaining(message);
    }

    @Test
    void aSingleOptionHasOneValue() {
        assertThatThrownBy(() -> OrderedRule.of("mine", Map.of("policy", List.of("open", "none"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not \"open, none\"");
    }
}
