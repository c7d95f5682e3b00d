package org.bindhost.core.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.bindhost.bind.BindException;
import org.bindhost.bind.Requester;
import org.bindhost.core.policy.Asked;
import org.bindhost.core.policy.OrderedRule;
import org.bindhost.core.policy.Place;
import org.bindhost.core.policy.Policies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules as configurations of a framework: put in force, changed, refused and taken back. */
class PolicyComponentTest {

    private static final String PID = "service.pid";
    private static final String MINE = "org.bindhost.policy~mine";
    private static final Requester CODE = new Requester("some.bundle", Optional.empty());

    private final Policies policies = new Policies();
    private final StringBuilder logged = new StringBuilder();
    private final Handler handler = new Keeper();

    private final class Keeper extends Handler {

        @Override
        public void publish(LogRecord line) {
            logged.append(line.getLevel())
                    .append(' ')
                    .append(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listen() {
        Logger.getLogger(PolicyComponent.PID).addHandler(handler);
    }

    @AfterEach
    void leave() {
        Logger.getLogger(PolicyComponent.PID).removeHandler(handler);
    }

    /** Who refuses code a file, or nothing if nobody does. */
    private String refusal() {
        var file = new Place("file", false, false, Optional.empty());
        var asked = new Asked("a name", List.of(file), false, false, List.of());
        try {
            policies.permit(CODE, Optional.empty()).check(asked);
            return "";
        } catch (BindException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aRuleIsInForceAsLongAsItsConfigurationIsThere() {
        var rule = new PolicyComponent(policies, Map.of(PID, MINE, "policy", "none"));
        assertThat(refusal()).endsWith("refused by policy \"mine\"");

        rule.modified(Map.of(PID, MINE, "policy", "open"));
        assertThat(refusal()).isEmpty();

        rule.modified(Map.of(PID, MINE, "policy", "none"));
        rule.deactivate();
        assertThat(refusal()).isEmpty();
        assertThat(logged).isEmpty();
    }

    @Test
    void aWrongChangeIsRefusedAndTheRuleStays() {
        var rule = new PolicyComponent(policies, Map.of(PID, MINE, "policy", "none"));

        rule.modified(Map.of(PID, MINE, "policy", "opne"));

        assertThat(refusal()).endsWith("refused by policy \"mine\"");
        assertThat(logged)
                .contains("policy \"mine\": policy is one of documents, bundles, person, open")
                .contains("not \"opne\"; the rule stays as it was");
    }

    /** A typing error must not let through what the right rule would refuse. */
    @Test
    void aRuleThatIsWrongFromTheBeginningAllowsNothing() {
        var rule = new PolicyComponent(policies, Map.of(PID, MINE, "order", "5", "reading", "no"));
        assertThat(refusal()).endsWith("refused by policy \"mine (wrong)\"");
        assertThat(logged).contains("reading is \"allow\" or \"refuse\"");

        rule.modified(Map.of(PID, MINE, "policy", "open"));
        assertThat(refusal()).isEmpty();
    }

    @Test
    void aWrongRuleForOthersIsAboutThemOnly() {
        var unused =
                new PolicyComponent(policies, Map.of(PID, MINE, "zones", "document", "x", "y"));

        assertThat(unused).isNotNull();
        assertThat(refusal()).isEmpty();
    }

    /** Consoles offer what is described, and nothing else would be understood. */
    @Test
    void everyOptionThatIsDescribedIsOne() {
        for (Method attribute : PolicyConfiguration.class.getDeclaredMethods()) {
            String key = attribute.getName().replace('_', '.');
            Object value = attribute.getDefaultValue();

            assertThat(OrderedRule.of("mine", Map.of(key, value)).order()).as(key).isZero();
        }
        assertThat(Arrays.asList(PolicyConfiguration.class.getDeclaredMethods())).hasSize(17);
    }
}
