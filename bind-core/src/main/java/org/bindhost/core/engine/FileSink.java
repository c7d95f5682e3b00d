package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.spool.SpoolLimits;

/**
 * Writes bytes to a temporary file, which is the client's until its context closes; or names the
 * file that is there already.
 */
final class FileSink implements Sink, AutoCloseable {

    private final SpoolLimits limits;
    private Path file;
    private FileChannel channel;
    private boolean temporary;
    private boolean closed;

    FileSink(SpoolLimits limits) {
        this.limits = limits;
    }

    @Override
    public long demand(long onTheirWay) {
        return onTheirWay <= SpoolSink.PUSH_BYTES / 2 ? SpoolSink.PUSH_BYTES - onTheirWay : 0;
    }

    @Override
    public synchronized void put(ByteBuffer bytes) throws BindException {
        if (closed) {
            return; // the bind has ended meanwhile
        }
        try {
            open();
            if (channel.position() + bytes.remaining() > limits.diskBytes()) {
                throw new BindException(
                        Reason.SPOOL_FULL,
                        "a temporary file may have " + limits.diskBytes() + " bytes at most");
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void end() throws BindException {
        if (closed || (file != null && !temporary)) {
            return;
        }
        try {
            open();
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void fail(BindException cause) {
        close();
    }

    @Override
    public synchronized boolean takeFile(Path existing) {
        file = existing;
        return true;
    }

    @Override
    public boolean isUsableEarly() {
        return false;
    }

    @Override
    public synchronized Object content() {
        return file;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!temporary) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            System.getLogger(FileSink.class.getName())
                    .log(System.Logger.Level.WARNING, "a temporary file is left: " + file, e);
        }
    }

    private void open() throws IOException {
        if (channel == null) {
            file = Files.createTempFile(limits.directory(), "bind", ".tmp");
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            temporary = true;
        }
    }

    private static BindException failed(IOException e) {
        return new BindException(
                Reason.STORAGE_FAILED, "a temporary file cannot be written: " + e, e);
    }
}
