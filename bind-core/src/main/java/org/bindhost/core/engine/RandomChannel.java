package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.bindhost.storage.PendingException;
import org.bindhost.storage.ReadResult;

/** A channel to any byte; waits for what has not come where that is allowed. Read-only. */
final class RandomChannel implements SeekableByteChannel {

    private final RandomOutlet bytes;
    private final BooleanSupplier mustNotWait;
    private long position;
    private volatile boolean open = true;

    RandomChannel(RandomOutlet bytes, BooleanSupplier mustNotWait) {
        this.bytes = bytes;
        this.mustNotWait = mustNotWait;
    }

    @Override
    public synchronized int read(ByteBuffer into) throws IOException {
        check();
        if (!into.hasRemaining()) {
            return 0;
        }
        int count = readAt(position, into);
        position += Math.max(0, count);
        return count;
    }

    private int readAt(long offset, ByteBuffer into) throws IOException {
        while (true) {
            ReadResult result = bytes.readAt(offset, into);
            if (result instanceof ReadResult.Bytes some) {
                return some.count();
            }
            if (result instanceof ReadResult.Pending pending) {
                await(offset, pending);
            } else {
                return -1;
            }
        }
    }

    private void await(long offset, ReadResult.Pending pending) throws IOException {
        if (mustNotWait.getAsBoolean()) {
            throw new PendingException("byte " + offset + " has not come yet", pending.ready());
        }
        bytes.await(offset);
    }

    /** Waits until the size is known, which may be no sooner than the last byte is. */
    @Override
    public synchronized long size() throws IOException {
        check();
        OptionalLong size = bytes.length();
        while (size.isEmpty()) {
            readAt(Long.MAX_VALUE - 1, ByteBuffer.allocate(1));
            size = bytes.length();
        }
        return size.getAsLong();
    }

    @Override
    public synchronized long position() throws IOException {
        check();
        return position;
    }

    @Override
    public synchronized SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IllegalArgumentException("there is no position " + newPosition);
        }
        check();
        position = newPosition;
        return this;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        bytes.close();
    }

    private void check() throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }
}
