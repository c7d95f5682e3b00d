package org.bindhost.core.component;

import java.util.Map;
import org.bindhost.core.policy.OrderedRule;
import org.bindhost.core.policy.Policies;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * One rule of the policy, in force as long as its configuration is there. A wrong configuration is
 * refused: the rule stays as it was, and one that was wrong from the beginning allows nothing to
 * whom it is about.
 */
@Component(
        service = PolicyComponent.class,
        immediate = true,
        configurationPid = PolicyComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PolicyConfiguration.class, factory = true)
public final class PolicyComponent {

    /** The PID of which each configuration is one rule. */
    static final String PID = "org.bindhost.policy";

    private final Policies policies;

    /**
     * Puts a rule in force.
     *
     * @param engine whose binds it is about
     * @param properties its options
     */
    @Activate
    public PolicyComponent(@Reference EngineComponent engine, Map<String, Object> properties) {
        this(engine.engine().policies(), properties);
    }

    PolicyComponent(Policies policies, Map<String, Object> properties) {
        this.policies = policies;
        String name = name(properties);
        try {
            policies.put(this, OrderedRule.of(name, properties));
        } catch (IllegalArgumentException e) {
            policies.put(this, OrderedRule.refusing(name, properties));
            complain(e, "until it is right, those that it is about are refused everything");
        }
    }

    @Modified
    void modified(Map<String, Object> properties) {
        try {
            policies.put(this, OrderedRule.of(name(properties), properties));
        } catch (IllegalArgumentException e) {
            complain(e, "the rule stays as it was");
        }
    }

    @Deactivate
    void deactivate() {
        policies.remove(this);
    }

    private static void complain(IllegalArgumentException why, String consequence) {
        System.getLogger(PID)
                .log(System.Logger.Level.ERROR, "{0}; {1}", why.getMessage(), consequence);
    }

    /** What is behind the PID of all rules. */
    private static String name(Map<String, Object> properties) {
        String pid = String.valueOf(properties.get(Constants.SERVICE_PID));
        return pid.startsWith(PID) && pid.length() > PID.length() + 1
                ? pid.substring(PID.length() + 1)
                : pid;
    }
}
