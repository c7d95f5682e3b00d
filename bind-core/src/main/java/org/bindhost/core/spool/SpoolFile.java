package org.bindhost.core.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The part of a resource that is on disk: a file in which each byte stands at its own offset. Made
 * when the first byte comes.
 *
 * <p>Written through a channel, by the engine's threads for disks, which nobody interrupts. Read by
 * anyone, and not through a channel, which the interrupt of any reader would close for all.
 */
final class SpoolFile {

    private static final int SCRATCH_BYTES = 8 * 1024;

    private final Path directory;
    private byte[] scratch = new byte[0]; // most are never read from disk
    private Optional<Made> made = Optional.empty();
    private boolean closed;

    /** The file, once it is there. */
    private record Made(Path path, FileChannel written, RandomAccessFile read) {

        static Made in(Path directory) throws IOException {
            Path path = Files.createTempFile(directory, "spool", ".part");
            return new Made(
                    path,
                    FileChannel.open(path, StandardOpenOption.WRITE),
                    new RandomAccessFile(path.toFile(), "r"));
        }
    }

    SpoolFile(Path directory) {
        this.directory = directory;
    }

    synchronized void write(long offset, ByteBuffer bytes) throws IOException {
        Made file = made();
        long at = offset;
        while (bytes.hasRemaining()) {
            at += file.written.write(bytes, at);
        }
    }

    /** Reads bytes that were written, as many as fit. */
    synchronized void read(long offset, ByteBuffer into) throws IOException {
        Made file = made();
        if (scratch.length == 0) {
            scratch = new byte[SCRATCH_BYTES];
        }
        file.read.seek(offset);
        while (into.hasRemaining()) {
            int count = Math.min(into.remaining(), scratch.length);
            file.read.readFully(scratch, 0, count);
            into.put(scratch, 0, count);
        }
    }

    /** Gives back the space of all that was written. */
    synchronized void forgetAll() {
        try {
            made().written.truncate(0);
        } catch (IOException e) {
            log(e); // it is given back at the end
        }
    }

    /**
     * Makes another name for the file, which stays when this one is closed; a copy, where files
     * cannot have several names. An empty resource is an empty file.
     */
    synchronized Path handOut() throws IOException {
        Path own = made().path;
        Path name = Files.createTempFile(directory, "bind", ".tmp");
        Files.delete(name);
        try {
            return Files.createLink(name, own);
        } catch (UnsupportedOperationException | IOException e) {
            return Files.copy(own, name);
        }
    }

    private Made made() throws IOException {
        if (closed) {
            throw new IOException("the spool is closed");
        }
        if (made.isEmpty()) {
            made = Optional.of(Made.in(directory));
        }
        return made.get();
    }

    synchronized void close() {
        closed = true;
        made.ifPresent(this::delete);
        made = Optional.empty();
    }

    private void delete(Made file) {
        try {
            file.written.close();
            file.read.close();
            Files.deleteIfExists(file.path);
        } catch (IOException e) {
            log(e);
        }
    }

    private void log(IOException e) {
        System.getLogger(SpoolFile.class.getName())
                .log(System.Logger.Level.WARNING, "a spool file could not be given back", e);
    }
}
