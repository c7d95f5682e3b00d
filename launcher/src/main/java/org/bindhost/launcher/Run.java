package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.framework.BundleException;

/** One run of the command, from the framework's start to its end. */
final class Run implements AutoCloseable {

    private final Launch launch;
    private final Scratch scratch;
    private final Platform platform;
    private boolean ended;

    Run(Launch launch) throws IOException, BundleException {
        this.launch = launch;
        this.scratch = new Scratch();
        PersonalPolicy.write(scratch.configuration());
        this.platform = new Platform(scratch);
    }

    /** Does what the process was started for, and returns its exit status. */
    int carryOut(Path bundles) throws Exception {
        platform.offer(launch);
        platform.add(bundles.resolve("1-platform"));
        platform.add(bundles.resolve("2-bindhost"));
        if (launch.isInteractive()) {
            platform.add(bundles.resolve("3-console"));
            platform.await();
            return 0;
        }
        return platform.callMain();
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
