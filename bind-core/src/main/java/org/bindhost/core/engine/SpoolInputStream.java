package org.bindhost.core.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.bindhost.core.spool.Spool;
import org.bindhost.storage.PendingException;

/** Reads a spool, waiting for what has not come where waiting is allowed. */
final class SpoolInputStream extends InputStream implements SpoolSink.Outlet {

    private final Spool spool;
    private final BooleanSupplier mustNotWait;
    private final Runnable onClose;

    SpoolInputStream(Spool spool, BooleanSupplier mustNotWait, Runnable onClose) {
        this.spool = spool;
        this.mustNotWait = mustNotWait;
        this.onClose = onClose;
    }

    @Override
    public Object content() {
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int count = spool.read(into, offset, length);
        while (count == 0) {
            if (mustNotWait.getAsBoolean()) {
                throw new PendingException("nothing has come yet", spool.ready());
            }
            spool.await();
            count = spool.read(into, offset, length);
        }
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(spool.unread(), Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        spool.close();
        onClose.run();
    }
}
