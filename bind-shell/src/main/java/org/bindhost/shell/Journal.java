package org.bindhost.shell;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.bindhost.bind.Resumption;

/**
 * What lies beside a part file and tells how much of it is certain, and of what: {@code
 * NAME.part.journal}. A new entry takes the place of the last in one step.
 */
final class Journal {

    private static final int MOST_BYTES = 64 * 1024;

    private static final Set<StandardOpenOption> NEW =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path file;

    /**
     * An entry.
     *
     * @param name what is being fetched
     * @param reached how far it has come, and of which state; empty if it is to begin at the start
     * @param checksum the CRC-32C of the bytes before that place
     */
    record Entry(String name, Optional<Resumption> reached, long checksum) {

        /** Says of a file that it is ours, and that nothing in it is certain. */
        static Entry ofNothing(String name) {
            return new Entry(name, Optional.empty(), 0);
        }
    }

    Journal(Path part) {
        this.file = part.resolveSibling(part.getFileName() + ".journal");
    }

    Path file() {
        return file;
    }

    /**
     * Reads the entry.
     *
     * @return the entry, or empty if there is no journal
     * @throws IOException if it cannot be read, or is none
     */
    Optional<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is no journal");
        }
        var fields = new Properties();
        try {
            fields.load(new StringReader(Files.readString(file)));
            return Optional.of(entry(fields));
        } catch (IllegalArgumentException | IOException e) {
            throw new IOException(file + " is no journal: " + e.getMessage(), e);
        }
    }

    private static Entry entry(Properties fields) {
        String name = text(fields, "name");
        if (fields.getProperty("offset") == null) {
            return Entry.ofNothing(name);
        }
        var reached =
                new Resumption(
                        Long.parseLong(text(fields, "offset")),
                        Long.parseLong(text(fields, "length")),
                        text(fields, "validator"),
                        text(fields, "source"));
        return new Entry(name, Optional.of(reached), Long.parseLong(text(fields, "crc32c"), 16));
    }

    private static String text(Properties fields, String key) {
        return Optional.ofNullable(fields.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("it has no " + key));
    }

    /**
     * Writes an entry.
     *
     * @param durably whether it is to outlive a power cut
     */
    void write(Entry entry, boolean durably) throws IOException {
        var fields = new Properties();
        fields.setProperty("name", entry.name());
        entry.reached().ifPresent(reached -> put(fields, reached));
        fields.setProperty("crc32c", Long.toHexString(entry.checksum()));
        var text = new StringWriter();
        fields.store(text, "how far the file beside this has come");
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        try (var channel = FileChannel.open(next, NEW, ownersOnly())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (durably) {
                channel.force(true);
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (durably) {
            forceNames(file);
        }
    }

    private static void put(Properties fields, Resumption reached) {
        fields.setProperty("offset", Long.toString(reached.offset()));
        fields.setProperty("length", Long.toString(reached.length()));
        fields.setProperty("validator", reached.validator());
        fields.setProperty("source", reached.source());
    }

    /** A name may have a key in it that opens what it names. */
    private FileAttribute<?>[] ownersOnly() {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var owner = PosixFilePermissions.fromString("rw-------");
        return isPosix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
                : new FileAttribute<?>[0];
    }

    /** Forces the names in the directory of a file to the disk, where the system can do that. */
    static void forceNames(Path file) {
        try (var directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // It is a system whose directories cannot be opened; it forces names by itself.
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".new"));
    }
}
