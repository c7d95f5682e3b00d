package org.bindhost.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
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
        APPEARED,
        ABORTED
    }

    private final NamedFile file;
    private final PartFile part;
    private final Appearing appearing;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile Optional<Demand> demand = Optional.empty();

    FileUpload(NamedFile file, PartFile part, Appearing appearing) {
        this.file = file;
        this.part = part;
        this.appearing = appearing;
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
                part.channel().write(bytes);
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
            part.channel().force(true); // or after a power failure there might be a name of nothing
            part.channel().close();
            if (!state.compareAndSet(State.COMMITTING, State.APPEARING)) {
                return CompletableFuture.failedStage(aborted());
            }
            appearing.now(() -> state.set(State.APPEARED));
            part.leave();
            return CompletableFuture.completedStage(null);
        } catch (IOException | BindException e) {
            return CompletableFuture.failedStage(given(e));
        }
    }

    /**
     * What has appeared stays, since the name of the part file may be another writer's by now. Who
     * has aborted meanwhile has closed the channel, and discards what there is.
     */
    private BindException given(Exception failure) {
        if (state.get() == State.APPEARED) {
            part.leave();
            return new BindException(
                    Reason.STORAGE_FAILED,
                    file + " has appeared, but may not last: " + failure.getMessage(),
                    failure);
        }
        if (isTaken(State.COMMITTING) || isTaken(State.APPEARING)) {
            part.discard();
            return failure instanceof IOException e ? failed(e) : (BindException) failure;
        }
        return aborted();
    }

    @Override
    public void abort() {
        if (isTaken(State.OPEN) || isTaken(State.COMMITTING)) {
            part.discard();
        }
    }

    /** Whether the part file is from now on the caller's to discard, and nobody else's. */
    private boolean isTaken(State from) {
        return state.compareAndSet(from, State.ABORTED);
    }

    private BindException aborted() {
        return new BindException(Reason.ABORTED, "writing " + file + " has ended before");
    }

    private BindException failed(IOException failure) {
        return failure instanceof Directory.Moved
                ? new BindException(Reason.CHANGED, file + " changed while it was being written")
                : new BindException(
                        Reason.STORAGE_FAILED,
                        "cannot write " + file + ": " + failure.getMessage(),
                        failure);
    }
}
