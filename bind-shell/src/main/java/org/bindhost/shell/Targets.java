package org.bindhost.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        if (Files.isDirectory(path)) {
            return new Targets(path, Optional.empty());
        }
        if (names > 1 || to.get().endsWith("/") || !Files.isDirectory(path.getParent())) {
            throw new UsageException("--to: no such directory: " + to.get());
        }
        return new Targets(path.getParent(), Optional.of(path));
    }

    Path of(String displayName) {
        return file.orElseGet(() -> directory.resolve(TargetName.of(displayName)));
    }

    /** Makes sure that each target is for one name, and can be a file. */
    static void check(List<Errand> errands) throws UsageException {
        Map<Path, String> taken = new HashMap<>();
        for (Errand errand : errands) {
            Optional<String> other = Optional.ofNullable(taken.put(errand.target(), errand.name()));
            if (other.isPresent()) {
                throw new UsageException(
                        "%s and %s would both be written to %s"
                                .formatted(other.get(), errand.name(), errand.target()));
            }
            if (Files.isDirectory(errand.target())) {
                throw new UsageException(
                        "%s: %s is a directory".formatted(errand.name(), errand.target()));
            }
        }
    }
}
