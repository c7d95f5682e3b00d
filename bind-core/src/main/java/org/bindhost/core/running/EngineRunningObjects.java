package org.bindhost.core.running;

import static java.util.Objects.requireNonNull;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bindhost.bind.BindException;
import org.bindhost.core.naming.Names;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.RunningObjects;
import org.bindhost.moniker.RunningRegistration;

/** The running objects as one client sees them; what it registers is gone when it closes this. */
public final class EngineRunningObjects implements RunningObjects, AutoCloseable {

    private final RunningTable table;
    private final Names names;
    private final Set<Running> registered = ConcurrentHashMap.newKeySet();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
    private volatile boolean closed;

    public EngineRunningObjects(RunningTable table, Names names) {
        this.table = table;
        this.names = names;
    }

    @Override
    public RunningRegistration register(Moniker name, Object object, Strength strength)
            throws BindException {
        requireNonNull(object, "object");
        requireNonNull(strength, "strength");
        forgetCollected();
        Moniker reduced = names.reduce(name).moniker();
        var weak = new Weak(object, collected); // of no consequence if the object is kept
        RunningObject entry =
                strength == Strength.WEAK
                        ? () -> Optional.ofNullable(weak.get())
                        : () -> Optional.of(object);
        var entered = table.add(reduced, reduced.displayName(), 0, entry);
        var running = new Running(reduced, entered);
        weak.running = running;
        registered.add(running);
        if (closed) {
            running.close();
        }
        return running;
    }

    /** Entries of objects that were collected find nothing, and go at the next opportunity. */
    private void forgetCollected() {
        for (var next = collected.poll(); next != null; next = collected.poll()) {
            if (next instanceof Weak weak && weak.running != null) {
                weak.running.close();
            }
        }
    }

    @Override
    public <T> Optional<T> find(Moniker name, Class<T> type) {
        forgetCollected();
        return table.find(name, type).or(() -> table.find(names.reduced(name), type));
    }

    @Override
    public boolean isRunning(Moniker name) {
        forgetCollected();
        return table.isRunning(name) || table.isRunning(names.reduced(name));
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
        private final RunningTable.Entered entered;

        Running(Moniker name, RunningTable.Entered entered) {
            this.name = name;
            this.entered = entered;
        }

        @Override
        public Moniker name() {
            return name;
        }

        @Override
        public boolean wasRunning() {
            return !entered.isFirst();
        }

        @Override
        public void close() {
            registered.remove(this);
            entered.registration().close();
        }
    }

    /** Tells when an object was collected, and which entry was its. */
    private static final class Weak extends WeakReference<Object> {

        private volatile Running running;

        Weak(Object object, ReferenceQueue<Object> collected) {
            super(object, collected);
        }
    }
}
