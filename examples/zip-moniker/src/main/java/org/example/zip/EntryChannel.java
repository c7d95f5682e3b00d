package org.example.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The bytes of an entry, the last of them only after all were found to be what the archive says:
 * {@link ZipFile} itself compares neither length nor check sum.
 *
 * <p>Any thread may close it, and does not wait for a read under way: whoever is the last to leave
 * closes the archive.
 */
final class EntryChannel implements ReadableByteChannel {

    private static final int CHUNK_BYTES = 16_384;

    private final ZipFile zip;
    private final ZipEntry entry;
    private final InputStream bytes;
    private final Lock reading = new ReentrantLock();
    private final CRC32 sum = new CRC32(); // this and the next while reading only
    private long missing;
    private volatile boolean open = true;

    EntryChannel(ZipFile zip, ZipEntry entry) throws IOException {
        this.zip = zip;
        this.entry = entry;
        this.bytes = zip.getInputStream(entry);
        this.missing = entry.getSize();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        reading.lock();
        try {
            if (!open) {
                throw new ClosedChannelException();
            }
            return next(into);
        } finally {
            reading.unlock();
            letGoIfClosed();
        }
    }

    private int next(ByteBuffer into) throws IOException {
        var chunk = new byte[Math.min(into.remaining(), CHUNK_BYTES)];
        int count = bytes.read(chunk);
        if (count > 0) {
            sum.update(chunk, 0, count);
            missing -= count;
        }
        if (count < 0 || missing <= 0) {
            check();
        }
        into.put(chunk, 0, Math.max(count, 0));
        return count;
    }

    private void check() throws IOException {
        if (missing != 0 || sum.getValue() != entry.getCrc() || bytes.read() >= 0) {
            throw new ZipException("entry " + entry + " is not what its archive says: damaged");
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        letGoIfClosed();
    }

    private void letGoIfClosed() throws IOException {
        if (!open && reading.tryLock()) {
            try {
                zip.close();
            } finally {
                reading.unlock();
            }
        }
    }
}
