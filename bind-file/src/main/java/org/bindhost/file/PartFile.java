package org.bindhost.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * The file that bytes are written to before they appear under their name: {@code .NAME.N.part} in
 * the same directory, so that it can be renamed in one step. Each writer has its own, so that
 * writers of one name do not meet before their commits, of which the last one stands.
 *
 * @param directory where it is, held until the end
 * @param name what it is called there
 * @param channel what is written to
 */
record PartFile(Directory directory, Path name, FileChannel channel) {

    private static final int MOST_WRITERS = 1_000;

    /** A name may have 255 bytes on most systems, and a character up to four. */
    private static final int NAME_CHARACTERS = 50;

    static PartFile beside(NamedFile target, Directory directory)
            throws IOException, BindException {
        var permissions = permissions(target, directory);
        for (int n = 0; n < MOST_WRITERS; n++) {
            var name = name(target, n);
            var channel = openNew(directory, name, permissions);
            if (channel.isPresent()) {
                return new PartFile(directory, name, channel.get());
            }
        }
        throw new BindException(
                Reason.STORAGE_FAILED,
                "cannot write " + target + ": " + MOST_WRITERS + " .part files beside it already");
    }

    /** Deletes it, if it is still there under its own name. */
    void discard() {
        try {
            channel.close(); // first: it ends a write under way
        } catch (IOException e) {
            // what was to be kept is given up, so it does not matter that it was not written
        }
        try (directory) {
            directory.delete(name);
        } catch (IOException | RuntimeException e) {
            // whoever aborts is told nothing; the name shows what the file left behind is
        }
    }

    /** Lets it be, under the name that it has got. */
    void leave() {
        try {
            directory.close();
        } catch (IOException e) {
            // nothing was written by way of it
        }
    }

    private static Path name(NamedFile target, int n) {
        var start = new StringBuilder();
        target.name()
                .toString()
                .codePoints()
                .limit(NAME_CHARACTERS)
                .forEach(start::appendCodePoint);
        return Path.of("." + start + "." + n + ".part");
    }

    /** A file keeps its permissions when it is replaced; a new one gets the usual ones. */
    private static Optional<Set<PosixFilePermission>> permissions(
            NamedFile target, Directory directory) throws IOException {
        var view = directory.view(target.name(), PosixFileAttributeView.class);
        try {
            return view.isEmpty()
                    ? Optional.empty()
                    : Optional.of(view.get().readAttributes().permissions());
        } catch (java.nio.file.NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Empty if there is a file of that name already. */
    private static Optional<FileChannel> openNew(
            Directory directory, Path part, Optional<Set<PosixFilePermission>> permissions)
            throws IOException {
        FileAttribute<?>[] attributes =
                permissions.map(PosixFilePermissions::asFileAttribute).stream()
                        .toArray(FileAttribute<?>[]::new);
        try {
            // with the permissions from the first moment: nobody else may read meanwhile
            var channel = directory.open(part, Set.of(WRITE, CREATE_NEW), attributes);
            try {
                if (permissions.isPresent()) {
                    restore(directory, part, permissions.get());
                }
                return Optional.of(channel);
            } catch (IOException e) {
                channel.close();
                directory.delete(part);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            return Optional.empty(); // another writer's
        }
    }

    /** The umask may have taken some. */
    private static void restore(
            Directory directory, Path part, Set<PosixFilePermission> permissions)
            throws IOException {
        var view = directory.view(part, PosixFileAttributeView.class).orElseThrow();
        if (!view.readAttributes().permissions().equals(permissions)) {
            view.setPermissions(permissions);
        }
    }
}
