package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bindhost.bind.BindException;
import org.bindhost.core.spool.RandomReader;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;

/**
 * An array of bytes, some of which may be missing still: reading what is not there asks for it, to
 * be fetched before the rest.
 */
final class RandomOutlet implements LockBytes, Outlet {

    private final Fetch fetch;
    private final RandomReader reader;
    private final Runnable onClose;
    private final Object content;
    private volatile Optional<FileLockBytes> file = Optional.empty();

    /**
     * Creates an outlet.
     *
     * @param views makes what the client gets of it
     */
    RandomOutlet(
            Fetch fetch,
            RandomReader reader,
            Function<RandomOutlet, Object> views,
            Runnable onClose) {
        this.fetch = fetch;
        this.reader = reader;
        this.onClose = onClose;
        this.content = views.apply(this);
    }

    @Override
    public Object content() {
        return content;
    }

    @Override
    public RandomReader reader() {
        return reader;
    }

    /** It says what it wants when that is read; only something must come for it to be given out. */
    @Override
    public long wantsUpTo() {
        return fetch.received() == 0 ? Wanted.BLOCK_BYTES : 0;
    }

    @Override
    public boolean takeFile(LocalFile existing) {
        if (reader.isClosed()) {
            return true; // nobody wants it any more
        }
        FileLockBytes opened;
        try {
            opened = existing.open();
        } catch (IOException e) {
            return false; // and then its bytes come like any others
        }
        synchronized (this) {
            file = Optional.of(opened);
        }
        if (reader.isClosed()) {
            closeFile(); // meanwhile, when there was none to close
        }
        return true;
    }

    @Override
    public OptionalLong length() {
        if (file.isPresent()) {
            return file.get().length();
        }
        OptionalLong arrived = reader.length();
        return arrived.isPresent() ? arrived : fetch.length();
    }

    @Override
    public ReadResult readAt(long offset, ByteBuffer into) throws IOException {
        if (offset < 0 || !into.hasRemaining()) {
            throw new IllegalArgumentException(
                    "nothing can be read at " + offset + " into " + into);
        }
        if (file.isPresent()) {
            reader.check();
            return file.get().readAt(offset, into);
        }
        if (offset >= length().orElse(Long.MAX_VALUE)) {
            reader.check();
            return new ReadResult.End();
        }
        int count = reader.read(offset, into);
        if (count != 0) {
            return count < 0 ? new ReadResult.End() : new ReadResult.Bytes(count);
        }
        fetch.want(offset, end(offset, into.remaining()));
        return new ReadResult.Pending(reader.ready(offset));
    }

    private static long end(long offset, int count) {
        return offset > Long.MAX_VALUE - count ? Long.MAX_VALUE : offset + count;
    }

    void await(long offset) throws IOException {
        reader.await(offset);
    }

    @Override
    public void fail(BindException cause) {
        reader.fail(cause);
        closeFile();
    }

    @Override
    public void close() {
        reader.close();
        closeFile();
        onClose.run();
    }

    private synchronized void closeFile() {
        try {
            if (file.isPresent()) {
                file.get().close();
            }
        } catch (IOException e) {
            System.getLogger(RandomOutlet.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing a local file", e);
        }
    }
}
