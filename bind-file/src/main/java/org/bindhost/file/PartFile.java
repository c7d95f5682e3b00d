package org.bindhost.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Upload;

/**
 * Makes the file that bytes are written to before they appear under their name: {@code
 * .NAME.N.part} in the same directory, so that it can be renamed in one step. Each writer has its
 * own, so that writers of one name do not meet before their commits, of which the last one stands.
 */
final class PartFile {

    private static final int MOST_WRITERS = 1_000;

    /** A name may have 255 bytes on most systems, and a character up to four. */
    private static final int NAME_CHARACTERS = 50;

    private PartFile() {}

    static Upload create(NamedFile file) throws BindException {
        requirePlace(file);
        try {
            var permissions = permissions(file.real());
            for (int n = 0; n < MOST_WRITERS; n++) {
                var part = file.real().resolveSibling(name(file.real(), n));
                var channel = openNew(part, permissions);
                if (channel.isPresent()) {
                    return new FileUpload(file, part, channel.get());
                }
            }
        } catch (IOException e) {
            throw Failures.of("write", file.path(), e);
        }
        throw new BindException(
                Reason.STORAGE_FAILED,
                "cannot write " + file + ": " + MOST_WRITERS + " .part files beside it already");
    }

    private static void requirePlace(NamedFile file) throws BindException {
        var there = FileKind.of(file);
        if (there.isPresent()) {
            FileKind.requireRegular(file, there.get());
            if (!Files.isWritable(file.real())) {
                throw new BindException(Reason.ACCESS_DENIED, "may not write " + file);
            }
        } else if (!Files.isDirectory(file.real().getParent())) {
            throw new BindException(
                    Reason.NOT_FOUND, "no directory " + file.path().getParent() + " for " + file);
        }
    }

    private static String name(Path target, int n) {
        var start = new StringBuilder();
        target.getFileName()
                .toString()
                .codePoints()
                .limit(NAME_CHARACTERS)
                .forEach(start::appendCodePoint);
        return "." + start + "." + n + ".part";
    }

    /** A file keeps its permissions when it is replaced; a new one gets the usual ones. */
    private static Optional<Set<PosixFilePermission>> permissions(Path target) throws IOException {
        var view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        return view == null || Files.notExists(target)
                ? Optional.empty()
                : Optional.of(view.readAttributes().permissions());
    }

    /** Empty if there is a file of that name already. */
    private static Optional<FileChannel> openNew(
            Path part, Optional<Set<PosixFilePermission>> permissions) throws IOException {
        FileAttribute<?>[] attributes =
                permissions.map(PosixFilePermissions::asFileAttribute).stream()
                        .toArray(FileAttribute<?>[]::new);
        try {
            // with the permissions from the first moment: nobody else may read meanwhile
            var channel = FileChannel.open(part, Set.of(WRITE, CREATE_NEW), attributes);
            try {
                if (permissions.isPresent()) {
                    Files.setPosixFilePermissions(part, permissions.get()); // the umask took some
                }
                return Optional.of(channel);
            } catch (IOException e) {
                channel.close();
                Files.delete(part);
                throw e;
            }
        } catch (FileAlreadyExistsException e) {
            return Optional.empty(); // another writer's
        }
    }
}
