package org.bindhost.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedBundlesTest {

    @TempDir Path directory;
    private Path jar;
    private Path jars;

    @BeforeEach
    void prepare() throws IOException {
        jar = Files.writeString(directory.resolve("one.jar"), "");
        jars = Files.createDirectory(directory.resolve("jars"));
        Files.writeString(jars.resolve("b.jar"), "");
        Files.writeString(jars.resolve("a.jar"), "");
        Files.writeString(jars.resolve("notes.txt"), "");
    }

    @Test
    void withoutAValueThereAreNone() throws IOException {
        assertThat(AddedBundles.find("").jars()).isEmpty();
        assertThat(AddedBundles.find(File.pathSeparator.repeat(2)).jars()).isEmpty();
    }

    @Test
    void filesAndTheJarsOfDirectoriesAreTakenInOrder() throws IOException {
        var found = AddedBundles.find(jars + File.pathSeparator + jar).jars();

        assertThat(found).containsExactly(jars.resolve("a.jar"), jars.resolve("b.jar"), jar);
    }

    @Test
    void anEmptyElementIsNotTheCurrentDirectory() throws IOException {
        assertThat(AddedBundles.find(File.pathSeparator + jar + File.pathSeparator).jars())
                .containsExactly(jar);
    }

    @Test
    void whatIsNotThereFails() {
        assertThatThrownBy(() -> AddedBundles.find(directory.resolve("two.jar").toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("BINDHOST_BUNDLES")
                .hasMessageContaining("two.jar");
    }

    @Test
    void aDirectoryWithoutJarsFails() throws IOException {
        var empty = Files.createDirectory(directory.resolve("empty"));

        assertThatThrownBy(() -> AddedBundles.find(empty.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without jars");
    }
}
