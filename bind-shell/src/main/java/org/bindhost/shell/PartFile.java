package org.bindhost.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file that is still arriving: it lies beside its target as {@code NAME.part} and takes its
 * target's name whole, or goes. A file of that name that is there already is left alone.
 *
 * <p><b>Threads.</b> One at a time, each call happening-before the next.
 */
final class PartFile {

    private final Path target;
    private final Path part;
    private final MessageDigest digest = Digests.sha256();
    private Optional<FileChannel> channel = Optional.empty();
    private boolean ended;

    PartFile(Path target) {
        this.target = target;
        this.part = beside(target);
    }

    /** Where a file lies while it is arriving. */
    static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** Writes all that remains in a buffer. The file is made by the first call. */
    void write(ByteBuffer buffer) throws IOException {
        digest.update(buffer.duplicate());
        FileChannel file = open();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    /**
     * Gives the file its name.
     *
     * @param expected the SHA-256 it must have, or empty if any will do
     * @return its SHA-256, in hexadecimal
     */
    String commit(Optional<String> expected) throws IOException {
        String found = HexFormat.of().formatHex(digest.digest());
        if (expected.isPresent() && !expected.get().equalsIgnoreCase(found)) {
            throw new DigestMismatchException(expected.get(), found);
        }
        open().close();
        Files.move(
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ended = true;
        return found;
    }

    /** Removes what was written, unless it has got its name. May be called again. */
    void discard() throws IOException {
        if (ended || channel.isEmpty()) {
            return;
        }
        ended = true;
        try {
            channel.get().close();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** A file of that name is somebody's: another download's, left over, or the user's own. */
    private FileChannel open() throws IOException {
        if (channel.isEmpty()) {
            try {
                channel =
                        Optional.of(
                                FileChannel.open(
                                        part,
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.WRITE));
            } catch (FileAlreadyExistsException e) {
                throw new IOException(
                        part + " is there already; remove it if nothing else writes there", e);
            }
        }
        return channel.get();
    }
}
