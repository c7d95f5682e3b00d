package org.bindhost.core.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** A stream that a client writes to; closing it commits. */
final class UploadStream extends OutputStream {

    private final UploadWriter writer;

    UploadStream(UploadWriter writer) {
        this.writer = writer;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        writer.write(ByteBuffer.wrap(bytes, offset, length), /* whole= */ true);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
