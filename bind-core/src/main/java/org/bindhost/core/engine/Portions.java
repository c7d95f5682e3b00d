package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import org.bindhost.core.spool.Cursor;
import org.bindhost.storage.PendingException;

/** Reads cursors, waiting where that is allowed. */
final class Portions {

    private Portions() {}

    /**
     * Reads what there is, or waits until there is something.
     *
     * @param into has room for a byte at least
     * @return how many bytes, or -1 at the end
     * @throws PendingException if nothing is there and this thread must not wait
     */
    static int read(Cursor cursor, ByteBuffer into, BooleanSupplier mustNotWait)
            throws IOException {
        int count = cursor.read(into);
        while (count == 0) {
            if (mustNotWait.getAsBoolean()) {
                throw new PendingException("nothing has come yet", cursor.ready());
            }
            cursor.await();
            count = cursor.read(into);
        }
        return count;
    }
}
