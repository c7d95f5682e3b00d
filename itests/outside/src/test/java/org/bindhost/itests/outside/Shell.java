package org.bindhost.itests.outside;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs what a person would type, where the example has been built outside. */
final class Shell {

    private static final int PATIENCE_SECONDS = 60;

    private static final Path ROOT = property("root.dir");
    private static final Path EXAMPLE = property("example.dir");

    private final Path directory;
    private final Path scratch;

    /**
     * What a run left behind.
     *
     * @param status its exit status
     * @param out its standard output
     * @param err its standard error
     */
    record Result(int status, String out, String err) {}

    /**
     * Creates a shell.
     *
     * @param directory where it runs
     * @param scratch where the output goes
     */
    Shell(Path directory, Path scratch) {
        this.directory = directory;
        this.scratch = scratch;
    }

    static Path root() {
        return ROOT;
    }

    static Path example() {
        return EXAMPLE;
    }

    /** The finished bundle, whatever its version. */
    static Path bundle() throws IOException {
        try (var jars = Files.newDirectoryStream(EXAMPLE.resolve("target"), "zip-moniker-*.jar")) {
            return jars.iterator().next();
        }
    }

    /** Runs the command with the finished bundle added. */
    Result bindhost(String... words) throws IOException, InterruptedException {
        var line = new StringBuilder("bindhost");
        for (String word : words) {
            line.append(" '").append(word).append('\'');
        }
        return run("export BINDHOST_BUNDLES='" + bundle() + "'\n" + line);
    }

    Result run(String script) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", "");
        Path err = Files.createTempFile(scratch, "err", "");
        var builder =
                new ProcessBuilder(List.of("bash", "-e", "-u", "-c", script))
                        .directory(directory.toFile())
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(Redirect.to(out.toFile()))
                        .redirectError(Redirect.to(err.toFile()));
        var environment = builder.environment();
        var java = Path.of(System.getProperty("java.home"));
        environment.put("JAVA_HOME", java.toString());
        environment.merge(
                "PATH", ROOT + ":" + java.resolve("bin"), (old, more) -> more + ":" + old);
        environment.remove("BINDHOST_BUNDLES");
        environment.remove("BINDHOST_OPTS");
        return new Result(end(builder.start()), Files.readString(out), Files.readString(err));
    }

    private static int end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("it has not ended: " + process.info());
        }
        return process.exitValue();
    }

    private static Path property(String name) {
        return Path.of(System.getProperty(name)).toAbsolutePath().normalize();
    }
}
