package org.bindhost.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An array of bytes that may be read at any offset, some of which may be missing still.
 *
 * <p><b>Threads.</b> Any number of threads may read at once.
 *
 * <p><b>Source.</b> {@code ILockBytes}; writing and locking follow with the storage that needs
 * them.
 */
@ConsumerType
public interface LockBytes extends AutoCloseable {

    /**
     * Returns how many bytes there are.
     *
     * @return the length, or empty while it is not known
     */
    OptionalLong length();

    /**
     * Reads what is there, without waiting (I-03, I-12).
     *
     * @param offset the first byte wanted, 0 or more
     * @param into receives up to its remaining number of bytes
     * @return how many were read; or that none are there yet, in which case they were also asked
     *     for; or that the offset is at or beyond the end
     * @throws IOException if they cannot be had
     */
    ReadResult readAt(long offset, ByteBuffer into) throws IOException;

    @Override
    void close() throws IOException;
}
