package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Without room, or where nothing may be made, a write fails and leaves what was there. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    /** What is there, and what it holds, after what is run. */
    private static final String LISTING = "; ls -A \"$D\"; cat \"$D/a.txt\"";

    private static final String MOUNT = "mount -t tmpfs -o size=1m tmpfs \"$D\" && ";
    private static final String OLD = "printf old > \"$D/a.txt\" && ";

    @TempDir private Path directory;
    private Path file;

    @BeforeEach
    void lay() throws Exception {
        file = Files.writeString(directory.resolve("a.txt"), "old");
    }

    @Test
    void onAFullDiskAWriteFailsAndLeavesTheOld(TestReporter reporter) throws Exception {
        boolean mounts = canMount();
        reporter.publishEntry("full disk", mounts ? "a file system of 1 MiB" : "a limit of size");
        String room = mounts ? MOUNT + OLD : "ulimit -f 1024; ";

        assertLeavesTheOld(run(room, mounts ? "unshare -Urm " : ""), "STORAGE_FAILED");
    }

    @Test
    void beyondTheLimitOfSizeAWriteFailsAndLeavesTheOld() throws Exception {
        assertLeavesTheOld(run("ulimit -f 1024; ", ""), "STORAGE_FAILED");
    }

    /** Where the administrator is not stopped by permissions, one without his rights is. */
    @Test
    void inADirectoryThatIsReadOnlyAWriteFailsAndLeavesTheOld() throws Exception {
        try {
            assertLeavesTheOld(run("chmod 500 \"$D\"; ", unprivileged()), "ACCESS_DENIED");
        } finally {
            assertThat(directory.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void onAFileSystemThatIsReadOnlyAWriteFailsAndLeavesTheOld() throws Exception {
        if (canMount()) {
            var output = run(MOUNT + OLD + "mount -o remount,ro \"$D\" && ", "unshare -Urm ");
            assertLeavesTheOld(output, "STORAGE_FAILED");
        } else {
            inADirectoryThatIsReadOnlyAWriteFailsAndLeavesTheOld();
        }
    }

    private void assertLeavesTheOld(List<String> output, String reason) {
        assertThat(output.get(0)).startsWith(reason + ": ").contains(file.toString());
        assertThat(output.subList(1, output.size())).containsExactly("a.txt", "old");
    }

    private static String unprivileged() {
        return System.getProperty("user.name").equals("root") ? "unshare -U " : "";
    }

    private static boolean canMount() throws IOException, InterruptedException {
        var there = Files.createTempDirectory("mount");
        var command = "unshare -Urm mount -t tmpfs tmpfs " + there;
        int result = new ProcessBuilder("sh", "-c", command).start().waitFor();
        Files.delete(there);
        return result == 0;
    }

    /** Prepares in a shell that may have privileges of its own, and fills the file from there. */
    private List<String> run(String preparation, String wrapper) throws Exception {
        String inner = "D=" + directory + "; " + preparation + "\"$@\"" + LISTING;
        String shell = wrapper.isEmpty() ? inner : wrapper + "sh -c '" + inner + "' sh \"$@\"";
        try (var child = Child.through(shell, "fill", file)) {
            return child.rest();
        }
    }
}
