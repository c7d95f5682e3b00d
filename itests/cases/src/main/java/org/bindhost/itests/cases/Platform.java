package org.bindhost.itests.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** The framework that a case runs in, as the case's own bundle sees it. */
final class Platform implements AutoCloseable {

    private static final String OURS = "org.bindhost.";
    private static final String OF_TESTS = "org.bindhost.itests.";

    private final BundleContext context;
    private final List<ServiceTracker<?, ?>> trackers = new ArrayList<>();

    Platform(Class<?> caseClass) {
        context = FrameworkUtil.getBundle(caseClass).getBundleContext();
    }

    <T> T service(Class<T> type) {
        return service(type, "(objectClass=" + type.getName() + ")");
    }

    /** Finds a service, and waits for it if it must. */
    <T> T service(Class<T> type, String filter) {
        try {
            return type.cast(tracker(type, filter).waitForService(Eventually.PATIENCE.toMillis()));
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for " + filter, e);
        }
    }

    /** Finds the reference of a service, and waits for the service if it must. */
    <T> ServiceReference<?> reference(Class<T> type, String filter) {
        service(type, filter);
        return trackers.get(trackers.size() - 1).getServiceReference();
    }

    /** Whether there is a service, of whatever type. */
    boolean isPresent(String filter) {
        try {
            return context.getAllServiceReferences(null, filter) != null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    private <T> ServiceTracker<T, T> tracker(Class<T> type, String filter) {
        try {
            String both = "(&(objectClass=" + type.getName() + ")" + filter + ")";
            var tracker = new ServiceTracker<T, T>(context, context.createFilter(both), null);
            trackers.add(tracker);
            tracker.open();
            return tracker;
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(filter, e);
        }
    }

    Bundle bundle(String symbolicName) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no bundle " + symbolicName));
    }

    BundleContext context() {
        return context;
    }

    /** The bundles that a user has, without those of the tests. */
    List<Bundle> bundlesOfOurs() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(OURS))
                .filter(bundle -> !bundle.getSymbolicName().startsWith(OF_TESTS))
                .toList();
    }

    @Override
    public void close() {
        trackers.forEach(ServiceTracker::close);
    }
}
