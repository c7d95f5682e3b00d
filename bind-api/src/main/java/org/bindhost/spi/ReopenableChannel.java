package org.bindhost.spi;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The channel of a {@link Content.Blocking} whose bytes are of a local file that the driver had
 * reason to open with care. Whoever reads at any position is given the file by the driver and does
 * not open it by its name, which may lead elsewhere by then.
 */
@ConsumerType
public interface ReopenableChannel extends ReadableByteChannel {

    /**
     * Opens the same file once more. What this channel was read or closed makes no difference.
     *
     * @return the file, for reading; a channel of the JDK's, which outlives the driver; whoever
     *     asked closes it
     * @throws IOException if it is not there any more, or not as it was
     */
    FileChannel reopen() throws IOException;
}
