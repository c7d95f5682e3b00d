package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.util.tracker.ServiceTracker;

/** The framework of one run. */
final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String VERBS = "org.bindhost.shell";
    private static final String MAIN_THREAD =
            "(&(objectClass=java.util.concurrent.Callable)(main.thread=true))";

    private final Framework framework;
    private final ServiceTracker<Callable<Integer>, Callable<Integer>> verbs;

    /** Starts a framework that has no bundles yet. */
    Platform(Scratch scratch) throws BundleException {
        // The handlers of URLs would be the whole process's, and nobody here needs them.
        Map<String, String> settings =
                Map.of(
                        "org.osgi.framework.storage", scratch.frameworkStorage().toString(),
                        "felix.cache.locking", "false",
                        "felix.service.urlhandlers", "false",
                        "felix.log.level", "0",
                        "felix.cm.dir", scratch.configuration().toString(),
                        "gosh.home", scratch.shellHome().toString(),
                        "ds.loglevel", "0");
        this.framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
        framework.start();
        this.verbs = new ServiceTracker<>(context(), filter(), null);
        verbs.open();
    }

    /** Offers what the process was started with to the bundles. */
    void offer(Launch launch) {
        context()
                .registerService(
                        Object.class, launch, FrameworkUtil.asDictionary(launch.properties()));
    }

    /** Installs the bundles of a directory in place. */
    List<Bundle> install(Path directory) throws IOException, BundleException {
        List<Bundle> installed = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                installed.add(context().installBundle("reference:" + file.toUri()));
            }
        }
        return installed;
    }

    /** Installs what a person has added. */
    List<Bundle> install(AddedBundles added) throws IOException, BundleException {
        return added.install(context());
    }

    /** Starts a bundle, once all are installed, since it may make use of one that starts later. */
    void start(Bundle bundle) throws BundleException {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new BundleException(
                    "cannot start " + bundle.getLocation() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Calls whoever wants the main thread, and returns the exit status.
     *
     * @throws BundleException if nobody does
     */
    int callMain() throws Exception {
        return Optional.ofNullable(verbs.waitForService(PATIENCE.toMillis()))
                .orElseThrow(() -> new BundleException("no bundle offers the verbs"))
                .call();
    }

    /** Waits until the framework stops, which a person at its shell decides. */
    void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops the framework, and waits for it within a bound. Has no effect the second time. */
    @Override
    public void close() throws BundleException {
        verbs.close(); // ends a wait for them
        stopVerbs();
        framework.stop();
        try {
            framework.waitForStop(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** First, so that a signal ends transfers as aborted, and not as bereft of their drivers. */
    private void stopVerbs() throws BundleException {
        if (framework.getState() == Bundle.ACTIVE) {
            for (Bundle bundle : context().getBundles()) {
                if (VERBS.equals(bundle.getSymbolicName())) {
                    bundle.stop();
                }
            }
        }
    }

    private BundleContext context() {
        return framework.getBundleContext();
    }

    private static Filter filter() {
        try {
            return FrameworkUtil.createFilter(MAIN_THREAD);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("this filter is one", e);
        }
    }
}
