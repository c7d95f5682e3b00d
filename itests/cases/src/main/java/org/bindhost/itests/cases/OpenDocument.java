package org.bindhost.itests.cases;

import java.io.IOException;
import java.util.Map;
import org.bindhost.container.BindHost;
import org.bindhost.container.ControlContainer;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * A document, open as long as its configuration is there; with a rule that lets it name what the
 * tests have on loopback, as documents may not by themselves.
 */
final class OpenDocument implements AutoCloseable {

    private static final String PID = "org.bindhost.host.document";
    private static final String POLICY_PID = "org.bindhost.policy";

    private final Platform platform;
    private final String filter;
    private final Configuration configuration;
    private final Configuration rule;

    OpenDocument(Platform platform, String base) throws IOException {
        this.platform = platform;
        this.filter = "(" + BindHost.DOCUMENT_BASE + "=" + base + ")";
        var admin = platform.service(ConfigurationAdmin.class);
        this.rule = admin.createFactoryConfiguration(POLICY_PID, "?");
        allow(base);
        this.configuration = admin.createFactoryConfiguration(PID, "?");
        configuration.update(FrameworkUtil.asDictionary(Map.of(BindHost.DOCUMENT_BASE, base)));
    }

    private void allow(String base) throws IOException {
        Map<String, Object> options =
                Map.of("documents", base + "*", "addresses", new String[] {"public", "loopback"});
        rule.update(FrameworkUtil.asDictionary(options));
        String inForce = "(&(service.factoryPid=" + POLICY_PID + ")(documents=" + base + "\\*))";
        Eventually.holds("the rule is in force: " + base, () -> platform.isPresent(inForce));
    }

    ControlContainer container() {
        return platform.service(ControlContainer.class, filter);
    }

    BindHost host() {
        return platform.service(BindHost.class, filter);
    }

    boolean isOpen() {
        return platform.isPresent(filter);
    }

    @Override
    public void close() throws IOException {
        configuration.delete();
        rule.delete();
        Eventually.holds("the document is closed: " + filter, () -> !isOpen());
    }
}
