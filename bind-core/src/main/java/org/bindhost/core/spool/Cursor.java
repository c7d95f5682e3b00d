package org.bindhost.core.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Reads a spool from the byte it begins with to its last. One thread reads at a time; any may
 * close.
 *
 * <p>What {@link #peek} shows is valid until it is consumed, though the cursor be closed meanwhile:
 * whoever looks has to {@link #consume}, if only nothing.
 */
public final class Cursor extends SpoolReader {

    /** A view is never longer than this. */
    public static final int MOST_AT_ONCE = PagePool.LARGE_BYTES;

    private long position;
    private long told; // where its spool was last told that it has read on
    private Optional<Piece> viewed = Optional.empty(); // pinned as long as someone looks
    private ByteBuffer fromDisk = ByteBuffer.allocate(0);

    Cursor(Spool spool, long first) {
        super(spool);
        this.position = first;
    }

    public long position() {
        synchronized (spool) {
            return position;
        }
    }

    @Override
    public long needsFrom() {
        synchronized (spool) {
            return position;
        }
    }

    /** The bytes that have come and were not read. */
    public long unread() {
        synchronized (spool) {
            return isClosed() ? 0 : spool.endFrom(position) - position;
        }
    }

    /** Whether everything has come and was read. */
    public boolean isExhausted() {
        synchronized (spool) {
            return spool.isEnd(position) && !isFailed();
        }
    }

    /** Whether everything has come, read or not, or nothing is to be read any more. */
    public boolean isOver() {
        synchronized (spool) {
            return isClosed() || spool.isOver();
        }
    }

    /**
     * Looks at the next bytes without waiting for any to come.
     *
     * @return a view of them; empty if there are none
     * @throws IOException if the transfer failed, or this is closed or cannot be read
     */
    public ByteBuffer peek() throws IOException {
        long end;
        synchronized (spool) {
            check();
            if (fromDisk.hasRemaining()) {
                return fromDisk.asReadOnlyBuffer();
            }
            unpin();
            viewed = spool.memory.at(position);
            if (viewed.isPresent()) {
                viewed.get().pin();
                return viewed.get().view(position);
            }
            end = Math.min(spool.stored.endFrom(position), position + MOST_AT_ONCE);
        }
        if (end > position) {
            fill((int) (end - position));
        }
        return fromDisk.asReadOnlyBuffer();
    }

    private void fill(int count) throws IOException {
        if (fromDisk.capacity() == 0) {
            fromDisk = ByteBuffer.allocate(MOST_AT_ONCE);
        }
        fromDisk.clear().limit(count);
        try {
            spool.file.read(position, fromDisk);
            fromDisk.flip();
        } catch (IOException e) {
            fromDisk.limit(0);
            synchronized (spool) {
                check(); // what it failed for, if it was closed meanwhile
            }
            throw e;
        }
    }

    /** Fails if nothing can be read, as reading would. */
    public void check() throws IOException {
        synchronized (spool) {
            checkOpen();
            if (!spool.isEnd(position)) {
                spool.check();
            }
        }
    }

    /** Drops bytes that {@link #peek} showed. */
    public void consume(int count) {
        boolean tells;
        synchronized (spool) {
            if (isClosed()) {
                unpin();
                return;
            }
            position += count;
            if (fromDisk.hasRemaining()) {
                fromDisk.position(fromDisk.position() + count);
            }
            unpin();
            spool.dropRead();
            tells = !spool.isPresent(position) || position - told >= MOST_AT_ONCE;
            if (tells) {
                told = position;
            }
        }
        if (tells) {
            spool.owner().moved();
            leaveAtEnd();
        }
    }

    /** Whoever keeps the result keeps no memory with it once all was read. */
    private void leaveAtEnd() {
        boolean isAtEnd;
        synchronized (spool) {
            isAtEnd = spool.isEnd(position);
        }
        if (isAtEnd) {
            leave();
        }
    }

    private void unpin() {
        viewed.ifPresent(Piece::unpin);
        viewed = Optional.empty();
    }

    /** Reads without waiting for any to come; 0 if there is nothing yet, -1 at the end. */
    public int read(ByteBuffer into) throws IOException {
        ByteBuffer next = peek();
        if (!next.hasRemaining()) {
            consume(0);
            leaveAtEnd();
            return isExhausted() ? -1 : 0;
        }
        int count = Math.min(into.remaining(), next.remaining());
        into.put(next.limit(next.position() + count));
        consume(count);
        return count;
    }

    /** Waits until there is something to read, or never will be. */
    public void await() throws InterruptedIOException {
        awaitByte(position());
    }

    /** Completes when there is something to read, or never will be. */
    public CompletionStage<Void> ready() {
        return readyFor(position());
    }
}
