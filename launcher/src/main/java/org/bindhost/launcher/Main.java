package org.bindhost.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Starts the command; the one place that knows it is a process. */
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /**
     * Runs a verb, and ends the process with its status.
     *
     * @param arguments the words of the command line
     */
    public static void main(String[] arguments) {
        Launch launch =
                new Launch(
                        List.of(arguments),
                        System.in,
                        new PrintStream(new FileOutputStream(FileDescriptor.out), false),
                        System.err,
                        Path.of("").toAbsolutePath(),
                        columns());
        Run run = new Run(launch);
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(run::abort, "bindhost-end"));
        } catch (IllegalStateException e) {
            return; // A signal was here first, and nothing has been done yet.
        }
        int status = carryOut(run, launch);
        if (!run.isAborted()) { // or the signal's own status might be lost
            System.exit(status);
        }
    }

    private static int carryOut(Run run, Launch launch) {
        try (run) {
            return run.carryOut(new BundleCache(jar(), places()), added());
        } catch (Exception e) {
            // Whatever it is, the process ends with it, and says so.
            launch.complain(Optional.ofNullable(e.getMessage()).orElse(e.toString()));
            return FAILED;
        }
    }

    private static Path jar() throws URISyntaxException {
        return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Only where nobody else writes: what lies there is run. */
    private static List<Path> places() throws URISyntaxException {
        return List.of(
                jar().resolveSibling("bindhost-cache"),
                Path.of(System.getProperty("user.home"), ".cache", "bindhost"));
    }

    private static AddedBundles added() throws IOException {
        String value = Optional.ofNullable(System.getenv(AddedBundles.VARIABLE)).orElse("");
        return AddedBundles.find(value);
    }

    /** The script that starts this can tell a terminal; Java cannot tell it of the error stream. */
    private static OptionalInt columns() {
        int columns = Integer.getInteger("bindhost.columns", 0);
        return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
    }
}
