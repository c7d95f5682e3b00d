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
    private final String typed;

    private Targets(Path directory, Optional<Path> file, String typed) {
        this.directory = directory;
        this.file = file;
        this.typed = typed;
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
            return new Targets(current, Optional.empty(), "");
        }
        Path path = current.resolve(to.get()).normalize();
        if (names > 1 || to.get().endsWith("/") || Files.isDirectory(path)) {
            return new Targets(path, Optional.empty(), to.get());
        }
        if (!Files.isDirectory(path.getParent())) {
            throw new UsageException("--to: no such directory: " + path.getParent());
        }
        return new Targets(path.getParent(), Optional.of(path), to.get());
    }

    /** Makes the directory if it is missing, as one that is named for several files may be. */
    void make() throws UsageException {
        try {
            Files.createDirectories(directory);
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
            Path part = PartFile.beside(errand.target());
            take(taken, errand, part);
            take(taken, errand, new Journal(part).file());
            if (Files.isDirectory(errand.target())) {
                throw new UsageException(
                        "%s: %s is a directory"
                                .formatted(Shown.name(errand.name()), errand.target()));
            }
        }
    }

    private static void take(Map<Path, String> taken, Errand errand, Path file)
            throws UsageException {
        Optional<String> other = Optional.ofNullable(taken.put(file, errand.name()));
        if (other.isPresent()) {
            throw new UsageException(
                    "%s and %s would both be written to %s"
                            .formatted(Shown.name(other.get()), Shown.name(errand.name()), file));
        }
    }
}
