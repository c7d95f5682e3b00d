package org.bindhost.core.component;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindhost.core.running.RunningObject;
import org.bindhost.core.running.RunningServices;
import org.bindhost.moniker.RunningObjects;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Enters services that say what they run under, of whatever type, into the running objects. A
 * service is got when somebody asks for the object, and kept until it goes.
 */
@Component(
        service = {},
        immediate = true)
public final class RunningServiceTracker
        implements ServiceTrackerCustomizer<Object, RunningServiceTracker.Got> {

    private final BundleContext bundle;
    private final RunningServices services;
    private final ServiceTracker<Object, Got> tracker;

    /**
     * Begins to track.
     *
     * @param engine whose running objects they are
     * @param bundle where services are got
     * @throws InvalidSyntaxException never
     */
    @Activate
    public RunningServiceTracker(@Reference EngineComponent engine, BundleContext bundle)
            throws InvalidSyntaxException {
        this.bundle = bundle;
        this.services = engine.engine().runningServices();
        var filter = FrameworkUtil.createFilter("(" + RunningObjects.NAME + "=*)");
        this.tracker = new ServiceTracker<>(bundle, filter, this);
        tracker.open(true); // also those whose types this bundle does not see
    }

    @Deactivate
    void deactivate() {
        tracker.close();
    }

    @Override
    public Got addingService(ServiceReference<Object> reference) {
        var got = new Got(bundle, reference);
        enter(reference, got);
        return got;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Got got) {
        services.remove(reference);
        enter(reference, got);
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Got got) {
        services.remove(reference);
        got.letGo();
    }

    private void enter(ServiceReference<Object> reference, Got got) {
        services.add(
                reference,
                names(reference.getProperty(RunningObjects.NAME)),
                EngineComponent.ranking(reference),
                got);
    }

    private static List<String> names(Object property) {
        if (property instanceof String[] names) {
            return List.of(names);
        }
        Stream<?> names =
                property instanceof Collection<?> several ? several.stream() : Stream.of(property);
        return names.filter(String.class::isInstance).map(String.class::cast).toList();
    }

    /** A service, got at the first question. */
    static final class Got implements RunningObject {

        private final BundleContext bundle;
        private final ServiceReference<Object> reference;
        private boolean gone;
        private boolean got;

        Got(BundleContext bundle, ServiceReference<Object> reference) {
            this.bundle = bundle;
            this.reference = reference;
        }

        /** Getting it again costs little, and is done without a lock since it may call anybody. */
        @Override
        public Optional<Object> get() {
            Optional<Object> object = Optional.ofNullable(bundle.getService(reference));
            boolean isExtra;
            synchronized (this) {
                isExtra = got || gone;
                got |= object.isPresent() && !gone;
            }
            if (isExtra && object.isPresent()) {
                bundle.ungetService(reference);
            }
            return object;
        }

        @Override
        public synchronized boolean isThere() {
            return !gone;
        }

        void letGo() {
            boolean mine;
            synchronized (this) {
                gone = true;
                mine = got;
                got = false;
            }
            if (mine) {
                bundle.ungetService(reference);
            }
        }
    }
}
