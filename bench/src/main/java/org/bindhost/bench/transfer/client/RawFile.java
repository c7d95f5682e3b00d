package org.bindhost.bench.transfer.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What the machine does with a file: the limit of those who read files. */
final class RawFile implements Client {

    private static final int DIRECT_BYTES = 1024 * 1024;

    /** A stream means the usual buffer in the heap, and a pull a large one outside of it. */
    @Override
    public long read(String path, Form form) throws IOException {
        return switch (form) {
            case STREAM -> read(path, ByteBuffer.allocate(BUFFER_BYTES));
            case PULL -> read(path, ByteBuffer.allocateDirect(DIRECT_BYTES));
            default -> throw new UnsupportedOperationException("no " + form);
        };
    }

    private static long read(String path, ByteBuffer buffer) throws IOException {
        long total = 0;
        try (var channel = FileChannel.open(Path.of(path))) {
            for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
                total += count;
                buffer.clear();
            }
        }
        return total;
    }
}
