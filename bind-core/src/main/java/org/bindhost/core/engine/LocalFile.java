package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.Driver;
import org.bindhost.spi.ReopenableChannel;

/**
 * A complete local file, as clients may be told of it and as it is opened.
 *
 * @param path what clients are told
 * @param driver whose it is
 * @param channel what the driver has opened it as
 */
record LocalFile(Path path, Driver driver, ReadableByteChannel channel) {

    /** Opens it for reading at any position, by way of its driver if that wants to be asked. */
    FileLockBytes open() throws IOException {
        FileChannel opened =
                channel instanceof ReopenableChannel reopenable
                        ? reopen(reopenable)
                        : FileChannel.open(path, StandardOpenOption.READ);
        return new FileLockBytes(path, opened);
    }

    private FileChannel reopen(ReopenableChannel reopenable) throws IOException {
        try {
            return driver.call(service -> reopenInside(reopenable));
        } catch (BindException e) {
            throw new IOException(e);
        }
    }

    private FileChannel reopenInside(ReopenableChannel reopenable) throws BindException {
        try {
            return reopenable.reopen();
        } catch (IOException e) {
            throw new BindException(Reason.STORAGE_FAILED, path + " cannot be opened again: " + e);
        }
    }
}
