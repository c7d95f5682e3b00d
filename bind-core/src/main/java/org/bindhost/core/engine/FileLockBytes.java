package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/** The bytes of a complete file. */
final class FileLockBytes implements LockBytes {

    private final FileChannel channel;
    private final long length;

    FileLockBytes(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.length = channel.size();
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public ReadResult readAt(long offset, ByteBuffer into) throws IOException {
        if (offset < 0 || !into.hasRemaining()) {
            throw new IllegalArgumentException(
                    "nothing can be read at " + offset + " into " + into);
        }
        int count = channel.read(into, offset);
        return count < 0 ? new ReadResult.End() : new ReadResult.Bytes(count);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
