package org.bindhost.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Upload;

/**
 * Writes to one file and renames it to another at the commit.
 *
 * <p>Whoever moves {@link #state} to {@code APPEARING} or {@code ABORTED} owns the part file from
 * then on, and renames or deletes it; nobody else does. So an abort counts until the moment in
 * which the file gets its name, however long the disk takes before.
 */
final class FileUpload implements Upload {

    /** So much is asked for beyond what was written: enough that a disk need not wait. */
    static final long AHEAD_BYTES = 1 << 20;

    private enum State {
        OPEN,
        COMMITTING,
        APPEARING,
        ABORTED
    }

    private final NamedFile file;
    private final Path part;
    private final FileChannel channel;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile Optional<Demand> demand = Optional.empty();

    FileUpload(NamedFile file, Path part, FileChannel channel) {
        this.file = file;
        this.part = part;
        this.channel = channel;
    }

    @Override
    public void start(Demand starting) {
        demand = Optional.of(starting);
        starting.request(AHEAD_BYTES);
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (ClosedChannelException e) {
            abort(); // an interrupt closes it too
            throw aborted();
        } catch (IOException e) {
            abort();
            throw failed(e);
        }
        demand.ifPresent(asked -> asked.request(length));
    }

    @Override
    public CompletionStage<Void> commit() {
        if (!state.compareAndSet(State.OPEN, State.COMMITTING)) {
            return CompletableFuture.failedStage(aborted());
        }
        try {
            channel.force(true);
            channel.close();
            if (!state.compareAndSet(State.COMMITTING, State.APPEARING)) {
                return CompletableFuture.failedStage(aborted());
            }
            Files.move(part, file.real(), ATOMIC_MOVE);
            return CompletableFuture.completedStage(null);
        } catch (IOException e) {
            if (state.get() == State.ABORTED) {
                return CompletableFuture.failedStage(aborted()); // which has closed the channel
            }
            discard();
            return CompletableFuture.failedStage(failed(e));
        }
    }

    @Override
    public void abort() {
        if (state.compareAndSet(State.OPEN, State.ABORTED)
                || state.compareAndSet(State.COMMITTING, State.ABORTED)) {
            discard();
        }
    }

    private void discard() {
        try {
            channel.close(); // first: it ends a write under way
        } catch (IOException e) {
            // what was to be kept is given up, so it does not matter that it was not written
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // whoever aborts is told nothing; the name shows what the file left behind is
        }
    }

    private BindException aborted() {
        return new BindException(Reason.ABORTED, "writing " + file + " has ended before");
    }

    private BindException failed(IOException failure) {
        return new BindException(
                Reason.STORAGE_FAILED,
                "cannot write " + file + ": " + failure.getMessage(),
                failure);
    }
}
