package org.bindhost.url;

import java.util.zip.DataFormatException;

/** Takes bytes in a coding, and gives those they stand for. One thread at a time. */
interface Decoder extends AutoCloseable {

    /** Gives it the next bytes, once it has used those before. */
    void feed(byte[] coded);

    /**
     * Decodes.
     *
     * @param into where to
     * @param most how many bytes at most, 1 or more
     * @return how many came; none if it needs more, or if there are no more
     * @throws DataFormatException if what it was fed is not in the coding
     */
    int decode(byte[] into, int most) throws DataFormatException;

    /** Whether it may end here. */
    boolean isWhole();

    @Override
    void close();
}
