package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/**
 * One run of the command, from the framework's start to its end.
 *
 * <p><b>Threads.</b> One carries it out and closes it; another may abort it at any time. Who aborts
 * waits, within a bound, for the start to come to a step at which it can be left, and for the first
 * thread to be out of the framework before its directory is deleted.
 */
final class Run implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(5);
    private static final Duration LEAVE_PATIENCE = Duration.ofSeconds(2);

    private final Launch launch;
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private volatile Optional<Scratch> scratch = Optional.empty();
    private volatile Optional<Platform> platform = Optional.empty();
    private volatile boolean begun;
    private volatile boolean aborted;
    private volatile boolean over;
    private boolean closing;

    Run(Launch launch) {
        this.launch = launch;
    }

    /**
     * Does what the process was started for, and returns its exit status.
     *
     * @throws InterruptedException if it was aborted before it came to that
     */
    int carryOut(BundleCache cache, AddedBundles added) throws Exception {
        begun = true; // before the first look at whether it is aborted, which looks at this after
        try {
            Platform started = start(cache, added);
            if (!launch.isInteractive()) {
                return started.callMain();
            }
            started.await();
            return 0;
        } finally {
            left.countDown();
        }
    }

    private Platform start(BundleCache cache, AddedBundles added) throws Exception {
        try {
            goOn();
            Path bundles = cache.directory();
            Platform starting = framework();
            starting.offer(launch);
            for (Bundle bundle : install(starting, bundles, added)) {
                goOn();
                starting.start(bundle);
            }
            goOn();
            return starting;
        } finally {
            startEnded.countDown();
        }
    }

    private Platform framework() throws InterruptedException, IOException, BundleException {
        goOn();
        Scratch made = new Scratch();
        scratch = Optional.of(made);
        PersonalPolicy.write(made.configuration());
        if (launch.isInteractive()) {
            ShellProfile.write(made.shellHome());
        }
        goOn();
        Platform starting = new Platform(made);
        platform = Optional.of(starting);
        return starting;
    }

    private List<Bundle> install(Platform starting, Path bundles, AddedBundles added)
            throws IOException, BundleException {
        List<Bundle> all = new ArrayList<>(starting.install(bundles.resolve("1-platform")));
        all.addAll(starting.install(bundles.resolve("2-bindhost")));
        all.addAll(starting.install(added));
        if (launch.isInteractive()) {
            // The console reads words once it is started.
            all.addAll(starting.install(bundles.resolve("3-console")));
            // The line editor looks for its terminals there, and in its own bundle if there is
            // none.
            Thread.currentThread().setContextClassLoader(null);
        }
        return all;
    }

    private void goOn() throws InterruptedException {
        if (aborted) {
            throw new InterruptedException("aborted");
        }
    }

    /**
     * Ends the run early and says so, since the process has been told to end. Nothing that fails
     * because of it is told after that. Has no effect on a run that has been closed.
     */
    void abort() {
        if (over) {
            return;
        }
        launch.complain("aborted");
        launch.err().close();
        aborted = true;
        try {
            if (begun) {
                await(startEnded, START_PATIENCE);
            }
            close();
        } catch (BundleException | IOException e) {
            // The error stream is closed: there is nobody left to tell.
        }
    }

    /** Whether the process ends without regard to what this has come to. */
    boolean isAborted() {
        return aborted;
    }

    /** Stops the framework and clears up; the second caller waits for the first. */
    @Override
    public synchronized void close() throws BundleException, IOException {
        if (closing) {
            return;
        }
        closing = true;
        try {
            if (platform.isPresent()) {
                platform.get().close();
            }
            if (begun) {
                await(left, LEAVE_PATIENCE);
            }
        } finally {
            if (scratch.isPresent()) {
                scratch.get().close();
            }
            over = true;
        }
    }

    private static void await(CountDownLatch latch, Duration patience) {
        try {
            latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
