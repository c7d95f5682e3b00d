package org.bindhost.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import org.bindhost.spi.ReopenableChannel;

/**
 * The next so many bytes of a file and no more, the last of them only after the file was found to
 * be as it was before the first: whoever has all has bytes of one state. One thread reads; any
 * thread may close.
 */
final class CheckedChannel implements ReopenableChannel {

    private final FileChannel channel;
    private final Glance before;
    private final Locks.Opener again;
    private long left;

    /**
     * Creates a channel that begins where another is.
     *
     * @param again opens that file once more, if it is as it was
     */
    CheckedChannel(FileChannel channel, long bytes, Glance before, Locks.Opener again) {
        this.channel = channel;
        this.left = bytes;
        this.before = before;
        this.again = again;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        if (left == 0) {
            return -1;
        }
        int start = into.position();
        int read = readAtMost(into, left);
        if (read < 0) {
            throw before.changed(); // truncated
        }
        if (read == left) {
            try {
                before.requireSame();
            } catch (IOException e) {
                into.position(start); // none of it came
                throw e;
            }
        }
        left -= read;
        return read;
    }

    private int readAtMost(ByteBuffer into, long most) throws IOException {
        int limit = into.limit();
        into.limit(into.position() + (int) Math.min(into.remaining(), most));
        try {
            return channel.read(into);
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public FileChannel reopen() throws IOException {
        return again.open();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
