package org.bindhost.core.engine;

import java.nio.ByteBuffer;

/** Where the bytes of a body go. Any thread may call. */
interface Sink {

    /**
     * How many more bytes it would take, beyond those on their way; 0 if not now.
     *
     * @param at the first byte that was not asked for yet
     * @param onTheirWay bytes asked for that have not come yet
     */
    long demand(long at, long onTheirWay);

    void put(long offset, ByteBuffer bytes);
}
