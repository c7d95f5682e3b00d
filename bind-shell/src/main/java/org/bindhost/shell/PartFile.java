package org.bindhost.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.bindhost.bind.Resumption;

/**
 * A file that is still arriving: it lies beside its target as {@code NAME.part}, with a {@link
 * Journal} of how far it has come, and takes its target's name whole, or goes. A file of that name
 * that is there already is left alone, unless it is to be gone on with.
 *
 * <p><b>Threads.</b> One at a time, each call happening-before the next.
 */
final class PartFile {

    /** So often it is written down how far it has come: what is lost by a kill is fetched again. */
    private static final long INTERVAL_BYTES = 8 * 1024 * 1024;

    /** Of what is not there, and on systems that tell nothing. */
    private static final String NO_KEY = "no key";

    private static final long INTERVAL_NANOS = 250_000_000;

    private final Path target;
    private final Path part;
    private final Journal journal;
    private final String name;
    private final boolean durable;
    private final LongSupplier nanoTime;
    private MessageDigest digest = Digests.sha256();
    private CRC32C checksum = new CRC32C();
    private Optional<FileChannel> channel = Optional.empty();
    private Supplier<Optional<Resumption>> state = Optional::empty;
    private long written;
    private long noted;
    private long notedAt;
    private boolean ended;

    /**
     * Creates a file that does not exist yet.
     *
     * @param name what it will hold
     * @param durable whether what is written down is to outlive a power cut
     */
    PartFile(String name, Path target, boolean durable, LongSupplier nanoTime) {
        this.name = name;
        this.target = target;
        this.part = beside(target);
        this.journal = new Journal(part);
        this.durable = durable;
        this.nanoTime = nanoTime;
        this.notedAt = nanoTime.getAsLong();
    }

    /** Where a file lies while it is arriving. */
    static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    /** What an earlier run has left, if anything. */
    Leftover leftover() throws IOException {
        return Leftover.of(name, part, journal);
    }

    /**
     * Goes on with what an earlier run has left.
     *
     * @param entry what its journal told, which it must still tell
     * @param left the digests of what is certain by that
     */
    void goOn(Optional<Journal.Entry> entry, Leftover.Digested left) throws IOException {
        Resumption place = entry.flatMap(Journal.Entry::reached).orElseThrow();
        FileChannel file =
                take(
                        () ->
                                FileChannel.open(
                                        part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        if (!journal.read().equals(entry)) {
            throw new IOException("something else has been writing to " + part);
        }
        file.truncate(place.offset());
        file.position(place.offset());
        digest = left.digest();
        checksum = left.checksum();
        written = place.offset();
        noted = written;
    }

    /** Begins anew with a file that is one's own, whatever it holds. */
    void startAgain() throws IOException {
        if (channel.isEmpty()) {
            take(() -> FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        }
        journal.write(Journal.Entry.ofNothing(name), durable); // it stays ours
        channel.get().truncate(0);
        channel.get().position(0);
        digest = Digests.sha256();
        checksum = new CRC32C();
        written = 0;
        noted = 0;
    }

    /** Says of what it is, so that it can be written down. */
    void isOf(Supplier<Optional<Resumption>> itsState) {
        state = itsState;
    }

    /** Writes all that remains in a buffer. The file is made by the first call. */
    void write(ByteBuffer buffer) throws IOException {
        FileChannel file = open();
        ByteBuffer bytes = buffer.duplicate();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        written += bytes.remaining(); // what is not whole is not written down
        digest.update(bytes.duplicate());
        checksum.update(bytes);
        if (written - noted >= INTERVAL_BYTES || nanoTime.getAsLong() - notedAt >= INTERVAL_NANOS) {
            note();
        }
    }

    /** Writes down how far it has come, if it can be gone on with; returns whether it can. */
    private boolean note() throws IOException {
        notedAt = nanoTime.getAsLong();
        Optional<Resumption> place = state.get().map(known -> known.at(written));
        if (place.isPresent()) {
            if (durable) {
                open().force(false); // first, or the journal would tell of what is not there
            }
            journal.write(new Journal.Entry(name, place, checksum.getValue()), durable);
            noted = written;
        }
        return place.isPresent();
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
        if (durable) {
            open().force(true);
        }
        FileChannel file = open();
        Files.move( // while it is locked, or another would go on with what is whole
                part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ended = true;
        try (file) {
            journal.delete();
        }
        if (durable) {
            Journal.forceNames(target);
        }
        return found;
    }

    /** Leaves what was written to be gone on with, if it can be; otherwise removes it. */
    void keep() throws IOException {
        if (ended || channel.isEmpty()) {
            return;
        }
        boolean isOfUse = noted > 0;
        try {
            isOfUse |= written > 0 && note();
        } finally {
            if (isOfUse) {
                ended = true;
                channel.get().close();
            } else {
                discard();
            }
        }
    }

    /** Removes what was written, unless it has got its name. May be called again. */
    void discard() throws IOException {
        if (ended || channel.isEmpty()) {
            return;
        }
        ended = true;
        FileChannel locked = channel.get();
        try (locked) {
            Files.deleteIfExists(part);
            journal.delete();
        }
    }

    /** A file of that name is somebody's: another download's, left over, or the user's own. */
    private FileChannel open() throws IOException {
        if (channel.isPresent()) {
            return channel.get();
        }
        try {
            FileChannel made =
                    take(
                            () ->
                                    FileChannel.open(
                                            part,
                                            StandardOpenOption.CREATE_NEW,
                                            StandardOpenOption.WRITE));
            if (durable) {
                journal.write(Journal.Entry.ofNothing(name), true); // so that it is known for ours
            }
            return made;
        } catch (FileAlreadyExistsException e) {
            throw new IOException(part + " is there already; " + advice(), e);
        }
    }

    private String advice() {
        return Files.exists(journal.file())
                ? "--continue goes on with it, unless something writes there now"
                : "remove it if nothing else writes there";
    }

    /** Opens a file. */
    private interface Opens {
        FileChannel open() throws IOException;
    }

    /**
     * Two that write to one file would make a mixture. One that was opened by its name and locked
     * when it had another is somebody's finished file, and is not written to.
     */
    private FileChannel take(Opens opens) throws IOException {
        Object before = key();
        FileChannel opened = opens.open();
        boolean isOurs = false;
        try {
            boolean isLocked = opened.tryLock() != null;
            isOurs = isLocked && (before.equals(key()) || before.equals(NO_KEY));
        } catch (OverlappingFileLockException e) {
            // It is written to by this very process.
        } finally {
            if (!isOurs) {
                opened.close();
            }
        }
        if (!isOurs) {
            throw new IOException("something else is writing to " + part);
        }
        channel = Optional.of(opened);
        return opened;
    }

    /** What file the name stands for at the moment, where the system tells. */
    private Object key() throws IOException {
        if (!Files.exists(part)) {
            return NO_KEY;
        }
        Object key = Files.readAttributes(part, BasicFileAttributes.class).fileKey();
        return key == null ? NO_KEY : key;
    }
}
