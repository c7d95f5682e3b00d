package org.bindhost.host;

import java.util.Optional;
import org.bindhost.bind.Binder;
import org.bindhost.container.BindHost;
import org.bindhost.moniker.Monikers;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** The bind host without a document, for one bundle that uses it. */
@Component(service = BindHost.class, scope = ServiceScope.BUNDLE)
public final class PlainBindHost extends Hosting {

    /**
     * Makes the host of a bundle.
     *
     * @param monikers makes its names
     * @param binder makes its binds
     * @param context tells which bundle
     */
    @Activate
    public PlainBindHost(
            @Reference Monikers monikers, @Reference Binder binder, ComponentContext context) {
        super(
                monikers,
                binder,
                new Document(Optional.empty(), Optional.empty()),
                context.getUsingBundle().getSymbolicName());
    }

    @Deactivate
    void deactivate() {
        close();
    }
}
