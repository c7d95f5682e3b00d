package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/** The bytes of a complete file, as long as it stays as it is: two states of it are not mixed. */
final class FileLockBytes implements LockBytes {

    private final Path file;
    private final FileChannel channel;
    private final State state;

    /** What is compared after each read; cheaper than to read again. */
    private record State(long size, FileTime modified, Optional<Object> key) {

        static State of(Path file) throws IOException {
            var now = Files.readAttributes(file, BasicFileAttributes.class);
            return new State(
                    now.size(), now.lastModifiedTime(), Optional.ofNullable(now.fileKey()));
        }
    }

    FileLockBytes(Path file) throws IOException {
        this(file, FileChannel.open(file, StandardOpenOption.READ));
    }

    /** Takes over a channel; it is closed if this fails. */
    FileLockBytes(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        try {
            this.state = State.of(file);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(state.size());
    }

    @Override
    public ReadResult readAt(long offset, ByteBuffer into) throws IOException {
        if (offset < 0 || !into.hasRemaining()) {
            throw new IllegalArgumentException(
                    "nothing can be read at " + offset + " into " + into);
        }
        int start = into.position();
        int count = channel.read(into, offset);
        if (!isSame()) {
            into.position(start);
            var failure =
                    new BindException(Reason.CHANGED, file + " changed while it was being read");
            throw new IOException(failure.getMessage(), failure);
        }
        return count < 0 ? new ReadResult.End() : new ReadResult.Bytes(count);
    }

    private boolean isSame() {
        try {
            return state.equals(State.of(file));
        } catch (IOException e) {
            return false; // it went
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
