package org.bindhost.core.component;

import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.Binder;
import org.bindhost.bind.ChangeListener;
import org.bindhost.bind.Registration;
import org.bindhost.bind.Requester;
import org.bindhost.core.engine.EngineBinder;
import org.bindhost.moniker.Moniker;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The binder of one bundle: there is one for each bundle that uses the service, so that its binds
 * end when the bundle stops.
 */
@Component(service = Binder.class, scope = ServiceScope.BUNDLE)
public final class BinderComponent implements Binder {

    private final EngineBinder binder;

    /**
     * Makes the binder of a bundle.
     *
     * @param engine the engine
     * @param context tells which bundle
     */
    @Activate
    public BinderComponent(@Reference EngineComponent engine, ComponentContext context) {
        String client = context.getUsingBundle().getSymbolicName();
        this.binder = engine.engine().binder(new Requester(client, Optional.empty()));
    }

    @Deactivate
    void deactivate() {
        binder.close();
    }

    @Override
    public BindContext createBindContext(BindOptions options) {
        return binder.createBindContext(options);
    }

    @Override
    public <T> BindResult<T> bindToStorage(Moniker moniker, BindContext context, Class<T> type)
            throws BindException {
        return binder.bindToStorage(moniker, context, type);
    }

    @Override
    public <T> BindResult<T> bindToObject(Moniker moniker, BindContext context, Class<T> type)
            throws BindException {
        return binder.bindToObject(moniker, context, type);
    }

    @Override
    public Registration watch(Moniker moniker, ChangeListener listener) throws BindException {
        return binder.watch(moniker, listener);
    }
}
