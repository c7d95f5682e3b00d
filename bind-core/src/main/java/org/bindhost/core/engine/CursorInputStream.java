package org.bindhost.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.bindhost.core.spool.Cursor;

/** Reads from the first byte to the last, waiting for what has not come where that is allowed. */
final class CursorInputStream extends InputStream implements InOrderOutlet {

    private final Cursor cursor;
    private final BooleanSupplier mustNotWait;
    private final Runnable onClose;

    CursorInputStream(Cursor cursor, BooleanSupplier mustNotWait, Runnable onClose) {
        this.cursor = cursor;
        this.mustNotWait = mustNotWait;
        this.onClose = onClose;
    }

    @Override
    public Cursor reader() {
        return cursor;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        return length == 0
                ? 0
                : Portions.read(cursor, ByteBuffer.wrap(into, offset, length), mustNotWait);
    }

    @Override
    public int available() {
        return (int) Math.min(cursor.unread(), Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        cursor.close();
        onClose.run();
    }
}
