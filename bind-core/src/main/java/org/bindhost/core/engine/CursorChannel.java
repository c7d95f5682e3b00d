package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.util.function.BooleanSupplier;
import org.bindhost.core.spool.Cursor;

/** A channel from the first byte to the last; waits as {@link CursorInputStream} does. */
final class CursorChannel implements ReadableByteChannel, InOrderOutlet {

    private final Cursor cursor;
    private final BooleanSupplier mustNotWait;
    private final Runnable onClose;
    private volatile boolean open = true;

    CursorChannel(Cursor cursor, BooleanSupplier mustNotWait, Runnable onClose) {
        this.cursor = cursor;
        this.mustNotWait = mustNotWait;
        this.onClose = onClose;
    }

    @Override
    public Cursor reader() {
        return cursor;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        return into.hasRemaining() ? Portions.read(cursor, into, mustNotWait) : 0;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        cursor.close();
        onClose.run();
    }
}
