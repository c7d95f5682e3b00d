package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel that a client writes to; closing it commits. */
final class UploadChannel implements WritableByteChannel {

    private final UploadWriter writer;
    private volatile boolean open = true;

    UploadChannel(UploadWriter writer) {
        this.writer = writer;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return writer.write(bytes, /* whole= */ false);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        writer.close();
    }
}
