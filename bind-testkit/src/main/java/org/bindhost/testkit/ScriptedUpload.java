package org.bindhost.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;

/**
 * An upload that asks for bytes and ends when the test says so. Bytes it did not ask for, and calls
 * out of order, throw an {@link AssertionError}.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class ScriptedUpload implements Upload {

    private final long ahead;
    private final Consumer<byte[]> whenCommitted;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final CompletableFuture<Void> committed = new CompletableFuture<>();
    private Optional<Demand> demand = Optional.empty();
    private Optional<BindException> refusal = Optional.empty();
    private long asked;
    private boolean committing;
    private boolean aborted;

    /**
     * Creates an upload.
     *
     * @param ahead how many bytes to ask for beyond those written, or 0 to leave that to the test
     * @param whenCommitted receives what was written, at the end of a commit
     */
    ScriptedUpload(long ahead, Consumer<byte[]> whenCommitted) {
        this.ahead = ahead;
        this.whenCommitted = whenCommitted;
    }

    /**
     * Asks for more bytes.
     *
     * @param bytes how many more
     */
    public void ask(long bytes) {
        demand(bytes).request(bytes);
    }

    /**
     * Tells the engine that nothing more can be written.
     *
     * @param failure why
     */
    public void fail(BindException failure) {
        demand(0).fail(failure);
    }

    /**
     * Has writes fail from now on.
     *
     * @param failure why
     */
    public synchronized void refuse(BindException failure) {
        refusal = Optional.of(failure);
    }

    /** Lets the commit succeed. */
    public void finish() {
        whenCommitted.accept(written());
        committed.complete(null);
    }

    /**
     * Lets the commit fail.
     *
     * @param failure why
     */
    public void finish(BindException failure) {
        committed.completeExceptionally(failure);
    }

    /**
     * Returns what was written.
     *
     * @return the bytes so far; a copy
     */
    public synchronized byte[] written() {
        return written.toByteArray();
    }

    /**
     * Tells whether the commit was asked for.
     *
     * @return {@code true} from {@link #commit} on
     */
    public synchronized boolean isCommitting() {
        return committing;
    }

    /**
     * Tells whether it was given up before the end.
     *
     * @return {@code true} if so
     */
    public synchronized boolean isAborted() {
        return aborted;
    }

    @Override
    public void start(Demand starting) {
        synchronized (this) {
            require(demand.isEmpty(), "an upload is started once");
            demand = Optional.of(starting);
        }
        if (ahead > 0) {
            ask(ahead);
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        int length = bytes.remaining();
        take(bytes);
        if (ahead > 0) {
            ask(length);
        }
    }

    @Override
    public CompletionStage<Void> commit() {
        synchronized (this) {
            require(!committing && !aborted, "a commit is the one end");
            committing = true;
        }
        if (ahead > 0) {
            finish();
        }
        return committed.minimalCompletionStage();
    }

    @Override
    public synchronized void abort() {
        aborted |= !committed.isDone();
    }

    private synchronized Demand demand(long more) {
        asked += more;
        return demand.orElseThrow(() -> new AssertionError("the upload was not started"));
    }

    private synchronized void take(ByteBuffer bytes) throws BindException {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        if (aborted) {
            throw new BindException(BindException.Reason.ABORTED, "the upload was aborted");
        }
        int length = bytes.remaining();
        require(!committing, "nothing is written after the commit");
        require(length > 0, "a write brings at least one byte");
        require(written.size() + length <= asked, "wrote more than the " + asked + " asked for");
        var copy = new byte[length];
        bytes.get(copy);
        written.writeBytes(copy);
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new AssertionError(rule);
        }
    }
}
