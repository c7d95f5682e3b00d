package org.bindhost.core.component;

import org.bindhost.bind.Traffic;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The transfers of the engine, steered together, as a service. */
@Component
public final class TrafficComponent implements Traffic {

    private final Traffic traffic;

    /**
     * Steers the transfers of an engine.
     *
     * @param engine the engine
     */
    @Activate
    public TrafficComponent(@Reference EngineComponent engine) {
        this.traffic = engine.engine().traffic();
    }

    @Override
    public boolean suspendAll() {
        return traffic.suspendAll();
    }

    @Override
    public boolean resumeAll() {
        return traffic.resumeAll();
    }

    @Override
    public boolean suspend(String document) {
        return traffic.suspend(document);
    }

    @Override
    public boolean resume(String document) {
        return traffic.resume(document);
    }

    @Override
    public void limit(String document, long bytesPerSecond) {
        traffic.limit(document, bytesPerSecond);
    }
}
