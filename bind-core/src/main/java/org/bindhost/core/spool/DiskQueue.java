package org.bindhost.core.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A queue of bytes in a file that is gone when the queue is closed. Made when the first byte comes;
 * its space is used again whenever the queue runs empty. Not safe for threads: its spool holds a
 * lock.
 */
final class DiskQueue {

    private final Path directory;
    private final long mostBytes;
    private FileChannel channel;
    private long readAt;
    private long writeAt;

    DiskQueue(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    long size() {
        return writeAt - readAt;
    }

    long room() {
        return mostBytes - writeAt;
    }

    void put(ByteBuffer from) throws IOException {
        if (channel == null) {
            channel = open(directory);
        }
        while (from.hasRemaining()) {
            writeAt += channel.write(from, writeAt);
        }
    }

    /** Moves bytes from the front of the queue; the queue has some. */
    void take(ByteBuffer into) throws IOException {
        int count = (int) Math.min(into.remaining(), size());
        ByteBuffer part = into.slice(into.position(), count);
        while (part.hasRemaining()) {
            int read = channel.read(part, readAt + part.position());
            if (read < 0) {
                throw new IOException("the spool file was cut off at " + readAt);
            }
        }
        into.position(into.position() + count);
        readAt += count;
        if (readAt == writeAt) {
            readAt = 0;
            writeAt = 0;
        }
    }

    void close() throws IOException {
        readAt = 0;
        writeAt = 0;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    private static FileChannel open(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "spool", ".part");
        return FileChannel.open(
                file,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }
}
