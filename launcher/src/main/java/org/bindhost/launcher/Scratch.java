package org.bindhost.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The directory that one run works in, gone when it ends. */
final class Scratch implements AutoCloseable {

    private final Path directory;

    Scratch() throws IOException {
        this.directory = Files.createTempDirectory("bindhost-");
    }

    /** Where the framework keeps what it installs. */
    Path frameworkStorage() {
        return directory.resolve("framework");
    }

    /** Where the configuration is read from. */
    Path configuration() {
        return directory.resolve("configuration");
    }

    /** Where the interactive shell looks for what it starts with. */
    Path shellHome() {
        return directory;
    }

    /** Deletes it. Has no effect the second time. */
    @Override
    public void close() throws IOException {
        delete(directory);
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // It has been deleted before.
        }
    }
}
