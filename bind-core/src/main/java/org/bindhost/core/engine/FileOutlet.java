package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.spool.RandomReader;

/**
 * A complete local file: the one that is there already, or a temporary one, which is the client's
 * until its context closes.
 */
final class FileOutlet implements Outlet {

    private final Fetch fetch;
    private final RandomReader reader;
    private Path file;
    private boolean temporary;
    private boolean closed;

    FileOutlet(Fetch fetch, RandomReader reader) {
        this.fetch = fetch;
        this.reader = reader;
    }

    @Override
    public synchronized Object content() {
        return file;
    }

    @Override
    public RandomReader reader() {
        return reader;
    }

    @Override
    public long wantsUpTo() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean wantsAll() {
        return true;
    }

    @Override
    public boolean isUsableEarly() {
        return false;
    }

    @Override
    public boolean takeFile(LocalFile existing) {
        synchronized (this) {
            file = existing.path();
        }
        reader.close();
        return true;
    }

    @Override
    public CompletionStage<Void> finish() {
        return isThere()
                ? CompletableFuture.completedStage(null)
                : fetch.handOut().handle(this::handedOut);
    }

    private synchronized boolean isThere() {
        return file != null;
    }

    private Void handedOut(Path made, Throwable thrown) {
        if (thrown != null) {
            throw new CompletionException(failed(thrown));
        }
        boolean isWanted;
        synchronized (this) {
            isWanted = !closed;
            file = made;
            temporary = true;
        }
        reader.close();
        if (!isWanted) {
            delete();
        }
        return null;
    }

    private static BindException failed(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause instanceof BindException failure
                ? failure
                : new BindException(
                        Reason.STORAGE_FAILED,
                        "a temporary file cannot be written: " + cause,
                        cause);
    }

    @Override
    public void fail(BindException cause) {
        close();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        reader.close();
        delete();
    }

    private void delete() {
        Path toDelete;
        synchronized (this) {
            if (!temporary) {
                return;
            }
            temporary = false;
            toDelete = file;
        }
        try {
            Files.deleteIfExists(toDelete);
        } catch (IOException e) {
            System.getLogger(FileOutlet.class.getName())
                    .log(System.Logger.Level.WARNING, "a temporary file is left: " + toDelete, e);
        }
    }
}
