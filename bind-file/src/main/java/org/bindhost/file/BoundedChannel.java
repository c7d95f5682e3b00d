package org.bindhost.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;

/**
 * The next so many bytes of a channel and no more, so that a file that grows while it is read gives
 * what was announced. One thread reads; any thread may close.
 */
final class BoundedChannel implements ReadableByteChannel {

    private final ReadableByteChannel channel;
    private long left;

    BoundedChannel(ReadableByteChannel channel, long bytes) {
        this.channel = channel;
        this.left = bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        if (left == 0) {
            return -1;
        }
        int limit = into.limit();
        into.limit(into.position() + (int) Math.min(into.remaining(), left));
        try {
            int read = channel.read(into);
            left -= Math.max(0, read);
            return read;
        } finally {
            into.limit(limit);
        }
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
