package org.bindhost.host;

import org.bindhost.bind.Binder;
import org.bindhost.container.BindHost;
import org.bindhost.moniker.Monikers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The bind host of an open document, for one bundle that uses it. */
@Component(
        service = BindHost.class,
        scope = ServiceScope.BUNDLE,
        configurationPid = DocumentContainer.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DocumentBindHost extends Hosting {

    private final Documents documents;

    /**
     * Makes the host of a bundle.
     *
     * @param monikers makes its names
     * @param binder makes its binds
     * @param documents knows the document
     * @param configuration tells which document
     * @param context tells which bundle
     */
    @Activate
    public DocumentBindHost(
            @Reference Monikers monikers,
            @Reference Binder binder,
            @Reference Documents documents,
            DocumentConfiguration configuration,
            ComponentContext context) {
        super(
                monikers,
                binder,
                documents.enter(configuration),
                context.getUsingBundle().getSymbolicName());
        this.documents = documents;
    }

    @Deactivate
    void deactivate() {
        close();
        documents.leave(document());
    }
}
