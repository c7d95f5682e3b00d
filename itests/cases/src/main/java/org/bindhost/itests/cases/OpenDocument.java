package org.bindhost.itests.cases;

import java.io.IOException;
import java.util.Map;
import org.bindhost.container.BindHost;
import org.bindhost.container.ControlContainer;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** A document, open as long as its configuration is there. */
final class OpenDocument implements AutoCloseable {

    private static final String PID = "org.bindhost.host.document";

    private final Platform platform;
    private final String filter;
    private final Configuration configuration;

    OpenDocument(Platform platform, String base) throws IOException {
        this.platform = platform;
        this.filter = "(" + BindHost.DOCUMENT_BASE + "=" + base + ")";
        this.configuration =
                platform.service(ConfigurationAdmin.class).createFactoryConfiguration(PID, "?");
        configuration.update(FrameworkUtil.asDictionary(Map.of(BindHost.DOCUMENT_BASE, base)));
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
        Eventually.holds("the document is closed: " + filter, () -> !isOpen());
    }
}
