package org.bindhost.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/** What lies at a path: only regular files hold bytes to be had, or may be replaced. */
final class FileKind {

    private FileKind() {}

    /** Empty if nothing is there, also where a file stands in place of a directory. */
    static Optional<BasicFileAttributes> of(NamedFile file) throws BindException {
        try {
            return Optional.of(
                    Files.readAttributes(file.real(), BasicFileAttributes.class, NOFOLLOW_LINKS));
        } catch (AccessDeniedException e) {
            throw Failures.of("look at", file.path(), e);
        } catch (IOException e) {
            if (Files.notExists(file.real(), NOFOLLOW_LINKS) || isBelowAFile(file)) {
                return Optional.empty();
            }
            throw Failures.of("look at", file.path(), e);
        }
    }

    static BasicFileAttributes requireRegular(NamedFile file, BasicFileAttributes attributes)
            throws BindException {
        if (attributes.isRegularFile()) {
            return attributes;
        }
        if (attributes.isSymbolicLink()) {
            throw new BindException(Reason.NOT_FOUND, "no file " + file + ": a link to nothing");
        }
        String kind = attributes.isDirectory() ? "a directory" : "not a regular file";
        throw new BindException(
                Reason.UNSUPPORTED, file + " is " + kind + "; only files have bytes");
    }

    private static boolean isBelowAFile(NamedFile file) {
        var parent = file.real().getParent();
        return parent != null && !Files.isDirectory(parent);
    }
}
