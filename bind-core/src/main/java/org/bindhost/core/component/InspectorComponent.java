package org.bindhost.core.component;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Binding;
import org.bindhost.inspect.BindingSnapshot;
import org.bindhost.inspect.DriverSnapshot;
import org.bindhost.inspect.Inspector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The drivers and binds of the engine, as a service. */
@Component
public final class InspectorComponent implements Inspector {

    private final Inspector inspector;

    /**
     * Shows the drivers and binds of an engine.
     *
     * @param engine the engine
     */
    @Activate
    public InspectorComponent(@Reference EngineComponent engine) {
        this.inspector = engine.engine();
    }

    @Override
    public List<DriverSnapshot> drivers() {
        return inspector.drivers();
    }

    @Override
    public List<BindingSnapshot> bindings() {
        return inspector.bindings();
    }

    @Override
    public Optional<Binding> binding(long id) {
        return inspector.binding(id);
    }
}
