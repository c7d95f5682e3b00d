package org.bindhost.core.component;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.core.running.EngineRunningObjects;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The running objects as one bundle sees them: there is one for each bundle that uses the service,
 * so that what it registered is gone when it stops.
 */
@Component(service = RunningObjects.class, scope = ServiceScope.BUNDLE)
public final class RunningObjectsComponent implements RunningObjects {

    private final EngineRunningObjects running;

    /**
     * Shows the running objects of an engine to a bundle.
     *
     * @param engine the engine
     */
    @Activate
    public RunningObjectsComponent(@Reference EngineComponent engine) {
        this.running = engine.engine().runningObjects();
    }

    @Deactivate
    void deactivate() {
        running.close();
    }

    @Override
    public RunningRegistration register(Moniker name, Object object, Strength strength)
            throws BindException {
        return running.register(name, object, strength);
    }

    @Override
    public <T> Optional<T> find(Moniker name, Class<T> type) {
        return running.find(name, type);
    }

    @Override
    public boolean isRunning(Moniker name) {
        return running.isRunning(name);
    }

    @Override
    public List<Moniker> names() {
        return running.names();
    }
}
