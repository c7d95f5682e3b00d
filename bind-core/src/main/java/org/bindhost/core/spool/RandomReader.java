package org.bindhost.core.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Reads a spool that keeps all, anywhere. Any number of threads may read at once. */
public final class RandomReader extends SpoolReader {

    RandomReader(Spool spool) {
        super(spool);
    }

    @Override
    public long needsFrom() {
        return 0;
    }

    /** How many bytes there are, once the last has come. */
    public OptionalLong length() {
        synchronized (spool) {
            return spool.length();
        }
    }

    /** Reads without waiting for any to come; 0 if the first has not come yet, -1 at the end. */
    public int read(long offset, ByteBuffer into) throws IOException {
        long end;
        Optional<Piece> piece;
        ByteBuffer view = ByteBuffer.allocate(0);
        synchronized (spool) {
            check();
            piece = spool.memory.at(offset);
            if (piece.isPresent()) {
                piece.get().pin();
                view = piece.get().view(offset);
            }
            end = spool.stored.endFrom(offset);
            if (piece.isEmpty() && end == offset) {
                return spool.isEnd(offset) ? -1 : 0;
            }
        }
        return piece.isPresent() ? copy(piece.get(), view, into) : fill(offset, end, into);
    }

    private int copy(Piece piece, ByteBuffer view, ByteBuffer into) {
        try {
            int count = Math.min(view.remaining(), into.remaining());
            into.put(view.limit(count));
            return count;
        } finally {
            synchronized (spool) {
                piece.unpin();
            }
        }
    }

    private int fill(long offset, long end, ByteBuffer into) throws IOException {
        int count = (int) Math.min(end - offset, into.remaining());
        int limit = into.limit();
        into.limit(into.position() + count);
        try {
            spool.file.read(offset, into);
        } finally {
            into.limit(limit);
        }
        return count;
    }

    /** Fails if nothing can be read, as reading would. */
    public void check() throws IOException {
        synchronized (spool) {
            checkOpen();
            spool.check();
        }
    }

    /** Waits until a byte has come, or nothing will any more. */
    public void await(long offset) throws InterruptedIOException {
        awaitByte(offset);
    }

    /** Completes when a byte has come, or nothing will any more. */
    public CompletionStage<Void> ready(long offset) {
        return readyFor(offset);
    }
}
