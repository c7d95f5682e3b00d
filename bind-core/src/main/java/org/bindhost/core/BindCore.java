package org.bindhost.core;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Binder;
import org.bindhost.bind.Requester;
import org.bindhost.bind.Traffic;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.engine.Engine;
import org.bindhost.core.engine.EngineBinder;
import org.bindhost.core.running.EngineRunningObjects;
import org.bindhost.inspect.Inspector;
import org.bindhost.moniker.Monikers;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.spi.MonikerClass;

/**
 * An engine of a program's own, with the drivers it is given.
 *
 * <p><b>Life.</b> Closing it aborts what is under way, waits a bounded time until that was heard,
 * and stops its threads. It does not close the drivers.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class BindCore implements AutoCloseable {

    private final Engine engine;
    private final EngineBinder binder;
    private final EngineRunningObjects runningObjects;

    private BindCore(Engine engine, String program) {
        this.engine = engine;
        this.binder = engine.binder(new Requester(program, Optional.empty()));
        this.runningObjects = engine.runningObjects();
    }

    /**
     * Opens an engine.
     *
     * @param program what the program is called in logs
     * @param settings its limits
     * @param drivers its drivers, best first; {@code ServiceLoader.load(MonikerClass.class)} finds
     *     those on the class path
     * @return the engine; the caller closes it
     * @throws IOException if the spool directory cannot be made
     */
    public static BindCore open(
            String program, CoreSettings settings, Iterable<? extends MonikerClass> drivers)
            throws IOException {
        var engine = new Engine(settings);
        for (MonikerClass driver : drivers) {
            var traits = new DriverTraits(driver.name(), driver.getClass().getName(), List.of(), 0);
            engine.addDriver(driver, traits, driver);
        }
        return new BindCore(engine, program);
    }

    /**
     * Returns what binds names.
     *
     * @return the binder
     */
    public Binder binder() {
        return binder;
    }

    /**
     * Returns what makes names.
     *
     * @return the monikers
     */
    public Monikers monikers() {
        return engine.monikers();
    }

    /**
     * Returns the objects that run under names.
     *
     * @return the running objects
     */
    public RunningObjects runningObjects() {
        return runningObjects;
    }

    /**
     * Returns what shows drivers and binds.
     *
     * @return the inspector
     */
    public Inspector inspector() {
        return engine;
    }

    /**
     * Returns what steers transfers together.
     *
     * @return the traffic
     */
    public Traffic traffic() {
        return engine.traffic();
    }

    @Override
    public void close() {
        binder.close();
        runningObjects.close();
        engine.close();
    }
}
