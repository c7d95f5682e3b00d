package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedBundlesIT {

    private static final Map<String, String> GOOD =
            Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.example.added");

    @TempDir Path directory;
    private Command command;
    private Path jar;

    @BeforeEach
    void prepare() throws IOException {
        command = new Command(directory);
        jar = directory.resolve("added.jar");
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(command.leftBehind()).isEmpty();
    }

    @Test
    void anAddedBundleIsStarted() throws Exception {
        write(GOOD);

        Command.Result result = command.adding(jar).runWithInput("lb\n", "shell");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .anyMatch(line -> line.contains("org.example.added") && line.contains("Active"));
    }

    @Test
    void whatWasAddedIsReadAnewByEachRun() throws Exception {
        write(GOOD);
        command.adding(jar).run("drivers");
        write(Map.of("Bundle-ManifestVersion", "2", "Bundle-SymbolicName", "org.example.other"));

        Command.Result changed = command.adding(jar).runWithInput("lb\n", "shell");
        Files.delete(jar);
        Command.Result removed = command.adding(jar).run("drivers");

        assertThat(changed.out()).contains("org.example.other").doesNotContain("org.example.added");
        failsWithOneLine(removed, "cannot be read");
    }

    @Test
    void aJarThatIsNoBundleFails() throws Exception {
        write(Map.of());

        failsWithOneLine(command.adding(jar).run("drivers"), "is no bundle");
    }

    @Test
    void aFileThatIsNoJarFails() throws Exception {
        Files.writeString(jar, "text");

        failsWithOneLine(command.adding(jar).run("drivers"), "is no bundle");
    }

    @Test
    void theSameBundleTwiceFails() throws Exception {
        write(GOOD);
        Path copy = Files.copy(jar, directory.resolve("copy.jar"));

        failsWithOneLine(command.adding(copy, jar).run("drivers"), "not unique");
    }

    @Test
    void aBundleThatMissesSomethingFails() throws Exception {
        write(
                Map.of(
                        "Bundle-ManifestVersion", "2",
                        "Bundle-SymbolicName", "org.example.added",
                        "Import-Package", "org.example.missing"));

        failsWithOneLine(command.adding(jar).run("drivers"), "org.example.missing");
        failsWithOneLine(command.adding(jar).runWithInput("lb\n", "shell"), "org.example.missing");
    }

    private void failsWithOneLine(Command.Result result, String why) {
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("bindhost: ")
                .contains(jar.toString(), why);
    }

    private void write(Map<String, String> headers) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }
}
