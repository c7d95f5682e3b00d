package org.bindhost.core.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.moniker.Moniker;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the disk of the spool is full, whoever needs it fails, whoever does not is served, and
 * nothing is left. In a process of its own, on a small file system, or under a limit of size where
 * none can be mounted.
 */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class FullSpoolTest {

    private static final int LENGTH = 8 << 20;

    @TempDir Path directory;

    @Test
    void onAFullDiskOneBindFailsAndTheNextIsServed(TestReporter reporter) throws Exception {
        boolean mounts = run("unshare -Urm mount -t tmpfs tmpfs " + directory).status() == 0;
        reporter.publishEntry("full disk", mounts ? "a file system of 1 MiB" : "a limit of size");

        assertServed(
                mounts ? "mount -t tmpfs -o size=1m tmpfs \"$D\" && " : "ulimit -f 1024; ", mounts);
    }

    @Test
    void beyondTheLimitOfSizeLikewise() throws Exception {
        assertServed("ulimit -f 1024; ", false);
    }

    private void assertServed(String room, boolean mounts) throws Exception {
        String inner = "D=" + directory + "; " + room + "\"$@\"; ls -A \"$D\"";
        var result = run(mounts ? "unshare -Urm sh -c '" + inner + "' sh \"$@\"" : inner);

        assertThat(result.lines()).hasSize(3);
        assertThat(result.lines().get(0))
                .as("kept for whoever reads it later")
                .startsWith("STORAGE_FAILED");
        assertThat(result.lines().get(1)).as("read as it comes").isEqualTo("COMPLETED " + LENGTH);
        assertThat(result.lines().get(2)).as("a file").startsWith("STORAGE_FAILED");
    }

    private record Ran(int status, List<String> lines) {}

    private Ran run(String shell) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                shell,
                                "sh",
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FullSpoolTest.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        return new Ran(process.waitFor(), lines);
    }

    /** What is run where there is no room. */
    public static void main(String[] arguments) throws Exception {
        var driver = new ScriptedDriver();
        driver.on("a").content(new byte[LENGTH]);
        var settings = CoreSettings.defaults(Path.of(arguments[0]));
        try (var core = BindCore.open("full", settings, List.of(driver))) {
            System.out.println(push(core, Moniker.of(driver.part("a")), InputStream.class));
            System.out.println(read(core, Moniker.of(driver.part("a"))));
            System.out.println(push(core, Moniker.of(driver.part("a")), Path.class));
        }
    }

    private static String push(BindCore core, Moniker name, Class<?> type) throws Exception {
        try (var context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(() -> BindInfo.PUSH);
            var binding = core.binder().bindToStorage(name, context, type).binding();
            BindOutcome end = binding.completion().toCompletableFuture().get(20, TimeUnit.SECONDS);
            return end instanceof BindOutcome.Failed failed
                    ? failed.cause().reason().toString()
                    : end.state().toString();
        }
    }

    private static String read(BindCore core, Moniker name) throws Exception {
        try (var context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(() -> BindInfo.PULL);
            var result = core.binder().bindToStorage(name, context, InputStream.class);
            try (var in = result.content().toCompletableFuture().get(20, TimeUnit.SECONDS)) {
                return "COMPLETED " + in.readAllBytes().length;
            }
        }
    }
}
