package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** One run of the command, from the framework's start to its end. */
final class Run implements AutoCloseable {

    private final Launch launch;
    private final Scratch scratch;
    private final Platform platform;
    private boolean ended;

    private Run(Launch launch, Scratch scratch, Platform platform) {
        this.launch = launch;
        this.scratch = scratch;
        this.platform = platform;
    }

    /** Starts a framework in a directory of its own. */
    static Run begin(Launch launch) throws IOException, BundleException {
        Scratch scratch = new Scratch();
        try {
            PersonalPolicy.write(scratch.configuration());
            return new Run(launch, scratch, new Platform(scratch));
        } catch (IOException | BundleException e) {
            scratch.close();
            throw e;
        }
    }

    /** Does what the process was started for, and returns its exit status. */
    int carryOut(Path bundles, AddedBundles added) throws Exception {
        platform.offer(launch);
        List<Bundle> all = new ArrayList<>(platform.install(bundles.resolve("1-platform")));
        all.addAll(platform.install(bundles.resolve("2-bindhost")));
        all.addAll(platform.install(added));
        if (!launch.isInteractive()) {
            platform.start(all);
            return platform.callMain();
        }
        ShellProfile.write(scratch.shellHome());
        all.addAll(platform.install(bundles.resolve("3-console"))); // it reads words once started
        // The line editor looks for its terminals there, and in its own bundle if there is none.
        Thread.currentThread().setContextClassLoader(null);
        platform.start(all);
        platform.await();
        return 0;
    }

    /** Stops the framework and clears up; the second caller waits for the first. */
    @Override
    public synchronized void close() throws BundleException, IOException {
        if (!ended) {
            ended = true;
            try (scratch) {
                platform.close();
            }
        }
    }
}
