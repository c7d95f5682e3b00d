package org.bindhost.core.spool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The pieces of a resource that are in memory. Guarded by the lock of its spool.
 *
 * <p>Invariant: pieces do not overlap.
 */
final class Memory {

    /** So many pieces go to disk one after another. */
    private static final int AT_ONCE = 16;

    private final PagePool pool;
    private final NavigableMap<Long, Piece> pieces = new TreeMap<>();
    private long size;

    Memory(PagePool pool) {
        this.pool = pool;
    }

    /** How many bytes are here. */
    long size() {
        return size;
    }

    Optional<Piece> at(long offset) {
        Map.Entry<Long, Piece> before = pieces.floorEntry(offset);
        return Optional.ofNullable(before)
                .map(Map.Entry::getValue)
                .filter(piece -> offset < piece.end());
    }

    /** Takes bytes of which none are here. */
    void add(long offset, ByteBuffer bytes) {
        size += bytes.remaining();
        long at = offset;
        while (bytes.hasRemaining()) {
            Piece piece = pieceFor(at, bytes.remaining());
            int end = bytes.limit();
            int count = Math.min(bytes.remaining(), piece.room());
            piece.add(bytes.limit(bytes.position() + count));
            bytes.limit(end);
            at += count;
        }
    }

    private Piece pieceFor(long offset, int bytes) {
        Map.Entry<Long, Piece> before = pieces.lowerEntry(offset);
        boolean follows = before != null && before.getValue().end() == offset;
        if (follows && before.getValue().room() > 0) {
            return before.getValue();
        }
        boolean isLarge = follows || bytes > PagePool.SMALL_BYTES;
        var piece = new Piece(offset, pool.take(isLarge), pool);
        pieces.put(offset, piece);
        return piece;
    }

    /**
     * Seals pieces and pins them for whoever writes them to disk.
     *
     * @param keep how many bytes are to stay here, of those that come first
     */
    List<Piece> pinBeyond(long keep) {
        var pinned = new ArrayList<Piece>();
        long left = size;
        for (Piece piece : pieces.descendingMap().values()) {
            if (left <= keep || pinned.size() == AT_ONCE) {
                break;
            }
            left -= piece.length();
            piece.sealed = true;
            piece.pin();
            pinned.add(piece);
        }
        return pinned;
    }

    /** Drops a piece that is on disk, or that nobody is to read. */
    void drop(Piece piece) {
        if (pieces.remove(piece.start, piece)) {
            size -= piece.length();
            piece.drop();
        }
    }

    /** Drops the pieces that end at or before an offset. */
    void dropBefore(long offset) {
        while (!pieces.isEmpty() && pieces.firstEntry().getValue().end() <= offset) {
            drop(pieces.firstEntry().getValue());
        }
    }

    void clear() {
        pieces.values().forEach(Piece::drop);
        pieces.clear();
        size = 0;
    }
}
