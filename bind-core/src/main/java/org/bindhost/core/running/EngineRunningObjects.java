package org.bindhost.core.running;

import static java.util.Objects.requireNonNull;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bindhost.bind.BindException;
import org.bindhost.bind.Registration;
import org.bindhost.core.naming.Names;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningRegistration;

/** The running objects as one client sees them; what it registers is gone when it closes this. */
public final class EngineRunningObjects implements RunningObjects, AutoCloseable {

    private final RunningTable table;
    private final Names names;
    private final Set<Running> registered = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    public EngineRunningObjects(RunningTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    @Override
    public RunningRegistration register(Moniker name, Object object, Strength strength)
            throws BindException {
        requireNonNull(object, "object");
        Moniker reduced = names.reduce(name).moniker();
        boolean wasRunning = table.isRunning(reduced);
        var entered = table.add(reduced, reduced.displayName(), 0, object(object, strength));
        var running = new Running(reduced, wasRunning, entered);
        registered.add(running);
        if (closed) {
            running.close();
        }
        return running;
    }

    private static RunningObject object(Object object, Strength strength) {
        if (strength == Strength.STRONG) {
            return () -> Optional.of(object);
        }
        var reference = new WeakReference<>(object);
        return () -> Optional.ofNullable(reference.get());
    }

    @Override
    public <T> Optional<T> find(Moniker name, Class<T> type) {
        return table.find(name, type);
    }

    @Override
    public boolean isRunning(Moniker name) {
        return table.isRunning(name);
    }

    @Override
    public List<Moniker> names() {
        return table.names();
    }

    @Override
    public void close() {
        closed = true;
        registered.forEach(Running::close);
    }

    private final class Running implements RunningRegistration {

        private final Moniker name;
        private final boolean wasRunning;
        private final Registration entered;

        Running(Moniker name, boolean wasRunning, Registration entered) {
            this.name = name;
            this.wasRunning = wasRunning;
            this.entered = entered;
        }

        @Override
        public Moniker name() {
            return name;
        }

        @Override
        public boolean wasRunning() {
            return wasRunning;
        }

        @Override
        public void close() {
            registered.remove(this);
            entered.close();
        }
    }
}
