package org.bindhost.core.spool;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A queue of bytes in a file that is gone when the queue is closed. Made when the first byte comes;
 * its space is a ring that is used again. Not safe for threads: its spool holds a lock.
 *
 * <p>Not a channel, because that would be closed by the interrupt of any thread that reads.
 */
final class DiskQueue {

    private final Path directory;
    private final long mostBytes;
    private final byte[] buffer = new byte[8 * 1024];

    private Path path;
    private RandomAccessFile file;
    private long readAt; // within the ring
    private long size;

    DiskQueue(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    long size() {
        return size;
    }

    long room() {
        return mostBytes - size;
    }

    /** Takes all the bytes, for which there is room. */
    void put(ByteBuffer from) throws IOException {
        open();
        while (from.hasRemaining()) {
            long at = (readAt + size) % mostBytes;
            int count = (int) Math.min(Math.min(from.remaining(), buffer.length), mostBytes - at);
            from.get(buffer, 0, count);
            file.seek(at);
            file.write(buffer, 0, count);
            size += count;
        }
    }

    /** Moves bytes from the front of the queue, as many as there are and fit. */
    void take(ByteBuffer into) throws IOException {
        while (into.hasRemaining() && size > 0) {
            int count = (int) Math.min(Math.min(into.remaining(), buffer.length), size);
            count = (int) Math.min(count, mostBytes - readAt);
            file.seek(readAt);
            file.readFully(buffer, 0, count);
            into.put(buffer, 0, count);
            readAt = (readAt + count) % mostBytes;
            size -= count;
        }
        if (size == 0) {
            readAt = 0;
        }
    }

    void close() throws IOException {
        readAt = 0;
        size = 0;
        if (file != null) {
            file.close();
            file = null;
            Files.deleteIfExists(path);
        }
    }

    private void open() throws IOException {
        if (file == null) {
            path = Files.createTempFile(directory, "spool", ".part");
            file = new RandomAccessFile(path.toFile(), "rw");
        }
    }
}
