package org.bindhost.bind;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Bytes that a client sends along with its request. Source: the {@code stgmedData} of {@code
 * BINDINFO}.
 */
@ConsumerType
public interface RequestBody {

    /**
     * Returns the media type of the bytes.
     *
     * @return the type, or empty if it is not said
     */
    Optional<String> mediaType();

    /**
     * Returns how many bytes there are.
     *
     * @return the length in bytes, or empty if it is not known beforehand
     */
    OptionalLong length();

    /**
     * Tells whether {@link #open()} may be called again after the bytes were read, so that the
     * request can be made again.
     *
     * @return {@code true} if the body can be repeated
     */
    boolean isRepeatable();

    /**
     * Opens the bytes from the first. Called on a thread that may wait.
     *
     * @return a channel that the caller closes
     * @throws IOException if they cannot be read, or were read before and are not repeatable
     */
    ReadableByteChannel open() throws IOException;
}
