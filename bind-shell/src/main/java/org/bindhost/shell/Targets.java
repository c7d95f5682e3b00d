package org.bindhost.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.moniker.Moniker;

/** Decides which files names are written to, before anything is transferred. */
final class Targets {

    private final Path directory;
    private final Optional<Path> file;

    private Targets(Path directory, Optional<Path> file) {
        this.directory = directory;
        this.file = file;
    }

    /**
     * Reads the {@code --to} option.
     *
     * @param current the current directory
     * @param to the option as it was typed
     * @param names how many names there are
     */
    static Targets of(Path current, Optional<String> to, int names) throws UsageException {
        if (to.isEmpty()) {
            return new Targets(current, Optional.empty());
        }
        Path path = current.resolve(to.get()).normalize();
        if (names > 1 || to.get().endsWith("/") || Files.isDirectory(path)) {
            return new Targets(made(path, to.get()), Optional.empty());
        }
        if (!Files.isDirectory(path.getParent())) {
            throw new UsageException("--to: no such directory: " + path.getParent());
        }
        return new Targets(path.getParent(), Optional.of(path));
    }

    /** A directory that is named for several files is made if it is missing. */
    private static Path made(Path directory, String typed) throws UsageException {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UsageException("--to: no directory can be made of " + typed);
        }
    }

    Path of(Moniker moniker) {
        return file.orElseGet(() -> directory.resolve(TargetName.of(moniker)));
    }

    /** Makes sure that each target, and what lies beside it meanwhile, is for one name. */
    static void check(List<Errand> errands) throws UsageException {
        Map<Path, String> taken = new HashMap<>();
        for (Errand errand : errands) {
            take(taken, errand, errand.target());
            take(taken, errand, PartFile.beside(errand.target()));
            if (Files.isDirectory(errand.target())) {
                throw new UsageException(
                        "%s: %s is a directory".formatted(errand.name(), errand.target()));
            }
        }
    }

    private static void take(Map<Path, String> taken, Errand errand, Path file)
            throws UsageException {
        Optional<String> other = Optional.ofNullable(taken.put(file, errand.name()));
        if (other.isPresent()) {
            throw new UsageException(
                    "%s and %s would both be written to %s"
                            .formatted(other.get(), errand.name(), file));
        }
    }
}
