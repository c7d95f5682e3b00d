package org.bindhost.testkit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;

/**
 * Drives a channel by demand, as an engine does, except that the thread that grants is the one that
 * reads. Only one thread grants; any thread may cancel.
 */
final class ChannelBody implements Body {

    private static final int CHUNK_BYTES = 8_192;

    private final ReadableByteChannel channel;
    private Optional<Receiver> receiver = Optional.empty();
    private long open;
    private boolean reading;
    private volatile boolean over;

    ChannelBody(ReadableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void start(Receiver starting) {
        receiver = Optional.of(starting);
    }

    @Override
    public void request(long bytes) {
        open += bytes;
        if (reading) {
            return; // granted from within onBytes: the loop below goes on
        }
        reading = true;
        while (open > 0 && !over) {
            readOnce(receiver.orElseThrow());
        }
        reading = false;
    }

    @Override
    public void cancel() {
        over = true;
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError("closing " + channel + " failed", e);
        }
    }

    private void readOnce(Receiver to) {
        var bytes = ByteBuffer.allocate((int) Math.min(open, CHUNK_BYTES));
        try {
            int read = channel.read(bytes);
            if (read < 0) {
                over = true;
                to.onComplete();
            } else {
                open -= read;
                to.onBytes(bytes.flip());
            }
        } catch (IOException e) {
            fail(to, e);
        }
    }

    private void fail(Receiver to, IOException failure) {
        if (!over) {
            over = true;
            to.onFailure(
                    failure.getCause() instanceof BindException said
                            ? said
                            : new BindException(
                                    BindException.Reason.BROKEN,
                                    "reading " + channel + " failed",
                                    failure));
        }
    }
}
