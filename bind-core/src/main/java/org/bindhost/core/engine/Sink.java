package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bindhost.bind.BindException;

/** Where the bytes of a reading go, and what the client gets of them. Any thread may call. */
interface Sink {

    /**
     * How many more bytes it would take, beyond those on their way; 0 if not now.
     *
     * @param onTheirWay bytes asked for that have not come yet
     */
    long demand(long onTheirWay);

    void put(ByteBuffer bytes) throws BindException;

    /** All bytes have come. */
    void end() throws BindException;

    /** The rest will not come. */
    void fail(BindException cause);

    /**
     * Offers the complete local file in place of its bytes.
     *
     * @return whether it is taken, in which case no bytes come
     */
    default boolean takeFile(Path file) {
        return false;
    }

    /** Whether the content can be used before all bytes have come. */
    boolean isUsableEarly();

    /** The result, of the type that was asked for. */
    Object content();

    /**
     * Something has changed: bytes came, or the end. Called in a turn, after the client was told.
     */
    default void changed() {}
}
