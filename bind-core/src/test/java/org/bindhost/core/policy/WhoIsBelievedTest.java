package org.bindhost.core.policy;

import static org.bindhost.core.policy.RulesFixture.CODE;
import static org.bindhost.core.policy.RulesFixture.DOCUMENT;
import static org.bindhost.core.policy.RulesFixture.HOST;
import static org.bindhost.core.policy.RulesFixture.SHELL;
import static org.bindhost.core.policy.RulesFixture.assertAllows;
import static org.bindhost.core.policy.RulesFixture.assertRefuses;
import static org.bindhost.core.policy.RulesFixture.named;
import static org.bindhost.core.policy.RulesFixture.read;
import static org.bindhost.core.policy.RulesFixture.url;

import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.Requester;
import org.junit.jupiter.api.Test;

/** For whom a bind counts as made, when its maker says something about it. */
class WhoIsBelievedTest {

    private final RulesFixture rules = new RulesFixture();

    private Permit permit(Requester caller, Requester said) {
        return rules.policies.permit(caller, Optional.of(said));
    }

    @Test
    void aHostIsBelieved() {
        assertRefuses(permit(HOST, DOCUMENT), read(named("file")), "policy \"documents\"");
    }

    @Test
    void aHostsOwnRightsAreNotThoseOfItsControls() throws Exception {
        rules.with("no host", Map.of("bundles", "the.host", "policy", "none"));

        assertAllows(permit(HOST, DOCUMENT), read(url("https://cdn.example")));
        assertAllows(permit(HOST, CODE), read(named("file")));
    }

    @Test
    void nobodyGainsByAnothersName() throws Exception {
        rules.with("rich", Map.of("bundles", "rich.bundle", "policy", "open"))
                .with("poor", Map.of("bundles", "some.bundle", "policy", "documents"));
        var rich = new Requester("rich.bundle", Optional.empty());

        assertAllows(rules.policies.permit(rich, Optional.empty()), read(named("file")));
        assertRefuses(permit(CODE, rich), read(named("file")), "policy \"poor\"");
        assertRefuses(permit(rich, CODE), read(named("file")), "policy \"poor\"");
    }

    @Test
    void whoSaysThatADocumentAsksIsHeldToIt() {
        assertRefuses(permit(CODE, DOCUMENT), read(named("file")), "policy \"documents\"");
    }

    @Test
    void whoBindsForADocumentKeepsWithinItsOwnRightsToo() {
        rules.with("none", Map.of("bundles", "some.bundle", "policy", "none"));

        assertRefuses(permit(CODE, DOCUMENT), read(url("https://cdn.example")), "policy \"none\"");
    }

    @Test
    void nobodyIsAPersonByItsOwnWord() {
        var asked = read(url("http://169.254.169.254"));

        assertRefuses(permit(CODE, SHELL), asked, "policy \"bundles\"");
        assertRefuses(permit(HOST, SHELL), asked, "policy \"bundles\"");
    }

    /** A document that is opened at the command line is a document all the same. */
    @Test
    void aPersonsWordForADocumentMakesItADocument() {
        assertRefuses(
                permit(SHELL, new Requester("the.shell", DOCUMENT.document())),
                read(named("file")),
                "policy \"documents\"");
    }
}
