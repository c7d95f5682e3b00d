package org.bindhost.core.spool;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A queue of bytes in memory, made of chunks that are used again. Bytes go in at one end and come
 * out at the other. Not safe for threads: its spool holds a lock.
 */
final class Chunks {

    static final int CHUNK_BYTES = 64 * 1024;

    /** A chunk that is being written to at its position, and was read up to its mark. */
    private static final class Chunk {
        final byte[] bytes = new byte[CHUNK_BYTES];
        int readAt;
        int writeAt;
    }

    private final Deque<Chunk> filled = new ArrayDeque<>();
    private final int mostChunks;
    private Chunk spare;
    private long size;

    Chunks(long mostBytes) {
        this.mostChunks = Math.toIntExact(Math.min(mostBytes / CHUNK_BYTES, Integer.MAX_VALUE));
    }

    long size() {
        return size;
    }

    /** How many bytes {@link #put} would take now. */
    long room() {
        long inLast = filled.isEmpty() ? 0 : CHUNK_BYTES - filled.getLast().writeAt;
        return inLast + (long) (mostChunks - filled.size()) * CHUNK_BYTES;
    }

    /** Takes as many bytes as there is room for. */
    void put(ByteBuffer from) {
        while (from.hasRemaining() && room() > 0) {
            Chunk chunk = writable();
            int count = Math.min(from.remaining(), CHUNK_BYTES - chunk.writeAt);
            from.get(chunk.bytes, chunk.writeAt, count);
            chunk.writeAt += count;
            size += count;
        }
    }

    /**
     * The bytes at the front that lie together; empty if there are none. Valid until they are
     * dropped.
     */
    ByteBuffer front(int most) {
        if (filled.isEmpty()) {
            return ByteBuffer.allocate(0);
        }
        Chunk chunk = filled.getFirst();
        int count = Math.min(most, chunk.writeAt - chunk.readAt);
        return ByteBuffer.wrap(chunk.bytes, chunk.readAt, count).slice().asReadOnlyBuffer();
    }

    /** Drops bytes from the front, no more than lie together. */
    void drop(int count) {
        Chunk chunk = filled.getFirst();
        chunk.readAt += count;
        size -= count;
        boolean used = chunk.readAt == chunk.writeAt;
        if (used && (filled.size() > 1 || chunk.writeAt == CHUNK_BYTES)) {
            recycle(filled.removeFirst());
        } else if (used) {
            chunk.readAt = 0;
            chunk.writeAt = 0;
        }
    }

    void clear() {
        filled.clear();
        spare = null;
        size = 0;
    }

    private Chunk writable() {
        if (filled.isEmpty() || filled.getLast().writeAt == CHUNK_BYTES) {
            filled.addLast(spare != null ? spare : new Chunk());
            spare = null;
        }
        return filled.getLast();
    }

    private void recycle(Chunk chunk) {
        chunk.readAt = 0;
        chunk.writeAt = 0;
        spare = chunk;
    }
}
