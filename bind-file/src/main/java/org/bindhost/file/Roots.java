package org.bindhost.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** The directories that no name leads out of, links included. */
final class Roots {

    private final List<Path> roots;

    private Roots(List<Path> roots) {
        this.roots = roots;
    }

    /** None but blank ones means the working directory. */
    static Roots of(String... configured) {
        var named = Arrays.stream(configured).filter(root -> !root.isBlank()).toList();
        var chosen = named.isEmpty() ? List.of("") : named;
        return new Roots(
                chosen.stream().map(r -> Path.of(r).toAbsolutePath().normalize()).toList());
    }

    /** Answers the file with all links resolved, as far as it exists. */
    NamedFile admit(Path file) throws BindException {
        try {
            Path real = real(file);
            var root = around(real);
            if (root.isPresent()) {
                return new NamedFile(file, real, root.get());
            }
        } catch (IOException e) {
            throw Failures.of("resolve", file, e);
        }
        throw new BindException(Reason.DENIED_BY_POLICY, file + " lies outside the roots " + roots);
    }

    /** Whether there is such a file or directory, as far as anyone may know. */
    boolean holds(Path file) {
        try {
            return Files.exists(file) && around(real(file)).isPresent();
        } catch (IOException e) {
            return false; // it went, or may not be looked at
        }
    }

    /** A root may be a link, may be made later and may be moved: it is resolved each time. */
    private Optional<Path> around(Path real) throws IOException {
        for (Path root : roots) {
            Path resolved = real(root);
            if (real.startsWith(resolved)) {
                return Optional.of(resolved);
            }
        }
        return Optional.empty();
    }

    /** What does not exist cannot be a link, so the deepest that exists decides. */
    private static Path real(Path file) throws IOException {
        Path existing = file;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing.toRealPath().resolve(existing.relativize(file));
    }
}
