package org.bindhost.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;
import org.bindhost.bind.Resumption;

/**
 * What an earlier run has left of a file that was arriving.
 *
 * @param part the file
 * @param entry what its journal tells, or empty if nothing is there at all
 */
record Leftover(Path part, Optional<Journal.Entry> entry) {

    private static final int BLOCK_BYTES = 64 * 1024;

    /**
     * The digests of the bytes up to a place, to be carried on.
     *
     * @param digest the SHA-256
     * @param checksum the CRC-32C
     */
    record Digested(MessageDigest digest, CRC32C checksum) {}

    /**
     * Looks what there is.
     *
     * @throws IOException if there is something that is not left over from fetching this name, and
     *     so must not be touched
     */
    static Leftover of(String name, Path part, Journal journal) throws IOException {
        Optional<Journal.Entry> entry = journal.read();
        if (!Files.exists(part)) {
            if (entry.isPresent()) {
                journal.delete(); // the file has got its name meanwhile, or is gone
            }
            return new Leftover(part, Optional.empty());
        }
        if (entry.isEmpty()) {
            throw new IOException(
                    part
                            + " cannot be gone on with: no journal beside it tells what it is;"
                            + " remove it to start again");
        }
        if (!entry.get().name().equals(name)) {
            throw new IOException(
                    part
                            + " cannot be gone on with: it is of "
                            + entry.get().name()
                            + "; remove it to start again");
        }
        return new Leftover(part, entry);
    }

    /** Up to where it is certain, by its journal. */
    Optional<Resumption> place() {
        return entry.flatMap(Journal.Entry::reached);
    }

    /** Whether there is a file that is ours, and of which nothing is certain. */
    boolean isOfNoUse() {
        return entry.isPresent() && place().isEmpty();
    }

    /**
     * Reads what is certain by the journal, to see whether it is.
     *
     * @param isCalledOff asked between blocks
     * @return its digests, or empty if it is not what was written
     */
    Optional<Digested> digest(BooleanSupplier isCalledOff) throws IOException {
        long end = place().orElseThrow().offset();
        var read = new Digested(Digests.sha256(), new CRC32C());
        var block = ByteBuffer.allocate(BLOCK_BYTES);
        try (var channel = FileChannel.open(part, StandardOpenOption.READ)) {
            long at = 0;
            while (at < end) {
                if (isCalledOff.getAsBoolean()) {
                    throw new IOException("interrupted");
                }
                block.clear().limit((int) Math.min(BLOCK_BYTES, end - at));
                int count = channel.read(block);
                if (count < 0) {
                    return Optional.empty();
                }
                at += count;
                read.digest().update(block.flip());
                read.checksum().update(block.flip());
            }
        }
        boolean isWhatWasWritten = read.checksum().getValue() == entry.orElseThrow().checksum();
        return Optional.of(read).filter(digested -> isWhatWasWritten);
    }
}
