package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.policy.RulesFixture.allows;
import static org.bindhost.core.policy.RulesFixture.assertAllows;
import static org.bindhost.core.policy.RulesFixture.assertRefuses;
import static org.bindhost.core.policy.RulesFixture.named;
import static org.bindhost.core.policy.RulesFixture.read;
import static org.bindhost.core.policy.RulesFixture.redirected;
import static org.bindhost.core.policy.RulesFixture.url;
import static org.bindhost.core.policy.RulesFixture.withBody;
import static org.bindhost.core.policy.RulesFixture.write;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is allowed to whom when nothing is configured. */
class DefaultsTest {

    private final RulesFixture rules = new RulesFixture();

    @Test
    void aDocumentReadsFromPublicServers() throws Exception {
        var asked = read(url("https://cdn.example:443"));

        assertAllows(rules.document(), asked);
        assertThat(allows(rules.document(), asked, "8.8.8.8")).isTrue();
        assertThat(allows(rules.document(), asked, "2606:4700::1111")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "script", "anti", "anybodys"})
    void aDocumentHasNoLocalNames(String monikerClass) {
        assertRefuses(
                rules.document(),
                read(named(monikerClass)),
                "a name: names of class "
                        + monikerClass
                        + " are refused, refused by policy"
                        + " \"documents\"");
    }

    @Test
    void aDocumentMayNameWhatIsInWhatItMayRead() throws Exception {
        var item = new Place("zip", true, false, Optional.empty());

        assertAllows(rules.document(), read(url("https://cdn.example"), item));
        assertRefuses(rules.document(), read(named("file"), item), "class file");
    }

    @Test
    void aDocumentMayNameAFileBesideIt() throws Exception {
        var beside = new Place("file", false, true, Optional.empty());

        assertAllows(rules.document(), read(beside));
        assertRefuses(rules.document(), write(beside), "writing is refused");
    }

    @Test
    void aDocumentWritesNothing() {
        assertRefuses(rules.document(), write(url("https://cdn.example")), "writing is refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://cdn.example", "ldap://cdn.example:389"})
    void aDocumentHasNoOtherSchemes(String origin) {
        assertRefuses(rules.document(), read(url(origin)), "names of scheme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "0.0.0.0",
                "255.255.255.255",
                "192.0.2.1",
                "198.18.0.1",
                "::1",
                "fc00::1",
                "fe80::1",
                "fd00:ec2::254",
                "ff02::1",
                "::",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::1",
                "2001:0:808:808::80ff:fffe"
            })
    void aDocumentReachesNoAddressThatIsNotPublic(String literal) {
        var asked = read(url("http://innocent.example"));

        assertThat(allows(rules.document(), asked, literal)).isFalse();
    }

    /** Before any driver is asked, as it may connect by a proxy, or not ask. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080",
                "http://[::1]",
                "http://[::ffff:10.0.0.1]:80",
                "http://localhost",
                "http://a.localhost.",
                "http://LOCALHOST",
                "http://metadata.google.internal",
                "http://metadata.google.internal.",
                "http://localhost..",
                "http://metadata.google.internal...:80",
                "http://[::1].:80",
                "http://localhost.localdomain",
                "http://localhost6.localdomain6.",
                "http://ip6-localhost",
                "http://instance-data"
            })
    void aDocumentIsRefusedWhatItsNameTells(String origin) {
        assertRefuses(rules.document(), read(url(origin)), " address, refused by policy");
    }

    /** A proxy, or the system, may take it for any address; it is no name of anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0x7f.1",
                "0X7F.1.",
                "017700000001",
                "127.0.0.1.1",
                "127.0.0.01",
                "256.1.1.1",
                "1.2.3.0x",
                "a.1"
            })
    void aNumberThatIsNoAddressIsRefusedUnlessAllIsAllowed(String host) throws Exception {
        var asked = read(url("http://" + host + ":80"));
        var most = java.util.Map.of("policy", "open", "addresses.refused", "127.0.0.0/8");
        var special = java.util.Map.of("addresses", java.util.List.of("special", "192.0.2.0/24"));

        assertRefuses(rules.document(), asked, "ends in a number, but is no address");
        assertRefuses(rules.code(), asked, "ends in a number, but is no address");
        assertAllows(rules.person(), asked);
        assertRefuses(new RulesFixture().with("a", most).person(), asked, "is no address");
        assertRefuses(new RulesFixture().with("a", special).document(), asked, "is no address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "8.8.8.8.", "1.example", "0x7f.example", "a.b1", "a.0xg"})
    void aNameWithNumbersIsAName(String host) throws Exception {
        assertAllows(rules.document(), read(url("http://" + host)));
    }

    @Test
    void codeReachesWhatItsOrganisationHas() throws Exception {
        var asked = read(url("http://intra.example"));

        assertAllows(rules.code(), asked);
        assertAllows(rules.code(), write(named("file")));
        assertAllows(rules.code(), read(url("http://127.0.0.1:8080")));
        assertThat(allows(rules.code(), asked, "127.0.0.1")).isTrue();
        assertThat(allows(rules.code(), asked, "10.0.0.1")).isTrue();
        assertThat(allows(rules.code(), asked, "100.64.0.1")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "fd00:ec2::254",
                "169.254.1.1",
                "fe80::1",
                "0.0.0.0",
                "224.0.0.1"
            })
    void codeReachesNoSecretsOfACloud(String literal) {
        assertThat(allows(rules.code(), read(url("http://intra.example")), literal)).isFalse();
    }

    @Test
    void codeIsRefusedTheNamesOfACloudsSecrets() {
        assertRefuses(
                rules.code(),
                read(url("http://metadata.google.internal")),
                "metadata.google.internal is a metadata address, refused by policy \"bundles\"");
    }

    @Test
    void aServerLeadsCodeToPublicServersOnly() throws Exception {
        var elsewhere = redirected("https://public.example", "https://other.example");
        var back = redirected("http://a.example", "http://b.example", "http://a.example");
        var same = redirected("http://intra.example", "http://intra.example:8080");

        assertThat(allows(rules.code(), elsewhere, "8.8.8.8")).isTrue();
        assertThat(allows(rules.code(), elsewhere, "10.0.0.1")).isFalse();
        assertThat(allows(rules.code(), back, "10.0.0.1")).isFalse();
        assertThat(allows(rules.code(), same, "10.0.0.1")).isTrue();
        assertRefuses(
                rules.code(),
                redirected("https://public.example", "https://127.0.0.1"),
                "127.0.0.1 is a loopback address");
    }

    @Test
    void aServerDoesNotLeadOutOfTls() throws Exception {
        var out = redirected("https://a.example", "http://a.example");

        assertRefuses(rules.document(), out, "a redirect from https to what is not is refused");
        assertRefuses(rules.code(), out, "a redirect from https to what is not is refused");
        assertAllows(rules.person(), out);
        assertAllows(rules.document(), redirected("http://a.example", "https://a.example"));
    }

    @Test
    void theBodyOfADocumentsRequestGoesToOneOriginOnly() {
        var policy =
                new RulesFixture().with("posts", java.util.Map.of("writing", "allow")).document();
        var other = withBody(redirected("https://a.example", "https://b.example"));

        assertRefuses(policy, other, "with the body that was for the first");
    }

    @Test
    void aPersonReachesWhatIsTyped() throws Exception {
        var asked = read(url("http://169.254.169.254"));

        assertAllows(rules.person(), asked);
        assertThat(allows(rules.person(), asked, "169.254.169.254")).isTrue();
        assertAllows(rules.person(), write(named("file")));
    }

    /** It did not type where a server leads. */
    @Test
    void noServerLeadsAPersonToTheSecretsOfACloud() {
        var inside = redirected("http://go.example", "http://wiki.example");

        assertThat(allows(rules.person(), inside, "10.0.0.1")).isTrue();
        assertThat(allows(rules.person(), inside, "169.254.169.254")).isFalse();
        assertRefuses(
                rules.person(),
                redirected("http://go.example", "http://169.254.169.254"),
                "is a metadata address");
    }
}
