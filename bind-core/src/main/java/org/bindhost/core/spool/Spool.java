package org.bindhost.core.spool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * The bytes of one transfer between their coming and their being read: in memory up to a bound, and
 * in a file beyond it.
 *
 * <p>Invariant: what is in memory comes before what is on disk, so that bytes go to disk as long as
 * anything is there. Any thread may call any method; one reads at a time. Nobody is called while
 * the lock is held.
 */
public final class Spool implements AutoCloseable {

    /** The bytes of a read from disk, or a view of memory, never more than this. */
    public static final int MOST_AT_ONCE = Chunks.CHUNK_BYTES;

    private final Chunks memory;
    private final DiskQueue disk;
    private final Executor executor;
    private volatile Runnable consumed = () -> {};

    private ByteBuffer fromDisk = ByteBuffer.allocate(0);
    private long received;
    private boolean ended;
    private boolean closed;
    private Optional<BindException> failure = Optional.empty();
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    /**
     * Creates an empty spool.
     *
     * @param executor where those are told who wait for something to read; never the thread that
     *     brings it, which is a driver's
     */
    public Spool(SpoolLimits limits, Executor executor) {
        this.executor = executor;
        this.memory = new Chunks(limits.memoryBytes());
        this.disk = new DiskQueue(limits.directory(), limits.diskBytes());
    }

    /** Sets what is run after bytes were read, by the thread that read them. */
    public void onConsumed(Runnable action) {
        consumed = action;
    }

    /** Takes all the bytes; those of a closed spool are dropped, because nobody will read them. */
    public void put(ByteBuffer bytes) throws BindException {
        CompletableFuture<Void> toTell;
        synchronized (this) {
            if (failure.isPresent()) {
                return;
            }
            int count = bytes.remaining();
            if (!closed) {
                store(bytes);
            }
            received += count;
            toTell = wake();
        }
        tell(toTell);
    }

    private void store(ByteBuffer bytes) throws BindException {
        if (disk.size() == 0 && !fromDisk.hasRemaining()) {
            memory.put(bytes);
        }
        if (!bytes.hasRemaining()) {
            return;
        }
        if (bytes.remaining() > disk.room()) {
            throw new BindException(
                    Reason.SPOOL_FULL,
                    "nobody reads, and the spool is full with "
                            + (memory.size() + disk.size())
                            + " bytes");
        }
        try {
            disk.put(bytes);
        } catch (IOException e) {
            throw new BindException(
                    Reason.STORAGE_FAILED, "the spool file cannot be written: " + e, e);
        }
    }

    /** No more bytes will come. */
    public void end() {
        CompletableFuture<Void> toTell;
        synchronized (this) {
            ended = true;
            toTell = wake();
        }
        tell(toTell);
    }

    /** Nothing more is to be read, whatever came; what is there is dropped, and reading fails. */
    public void fail(BindException cause) {
        CompletableFuture<Void> toTell;
        synchronized (this) {
            if (failure.isPresent()) {
                return;
            }
            failure = Optional.of(cause);
            release();
            toTell = wake();
        }
        tell(toTell);
    }

    /** The bytes that came so far, read or not. */
    public synchronized long received() {
        return received;
    }

    /** The bytes that came and were not read. */
    public synchronized long unread() {
        return memory.size() + fromDisk.remaining() + disk.size();
    }

    public synchronized boolean isEnded() {
        return ended;
    }

    /** Whether {@link #end} was called and everything was read. */
    public synchronized boolean isExhausted() {
        return ended && unread() == 0 && failure.isEmpty();
    }

    /**
     * Looks at the next bytes without waiting.
     *
     * @return a view of them, valid until they are {@link #consume consumed}; empty if there are
     *     none
     * @throws IOException if the transfer failed, or the spool is closed or cannot be read
     */
    public synchronized ByteBuffer peek() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(failure.get().getMessage(), failure.get());
        }
        if (closed) {
            throw new IOException("closed");
        }
        if (memory.size() > 0) {
            return memory.front(MOST_AT_ONCE);
        }
        if (!fromDisk.hasRemaining() && disk.size() > 0) {
            fillFromDisk();
        }
        return fromDisk.asReadOnlyBuffer();
    }

    private void fillFromDisk() throws IOException {
        if (fromDisk.capacity() == 0) {
            fromDisk = ByteBuffer.allocate(MOST_AT_ONCE);
        }
        fromDisk.clear();
        disk.take(fromDisk);
        fromDisk.flip();
    }

    /** Drops bytes that {@link #peek} showed. */
    public void consume(int count) {
        synchronized (this) {
            if (closed || failure.isPresent()) {
                return;
            }
            if (memory.size() > 0) {
                memory.drop(count);
            } else {
                fromDisk.position(fromDisk.position() + count);
            }
            if (ended && unread() == 0) {
                release(); // whoever keeps the result keeps no memory with it
            }
        }
        consumed.run();
    }

    /** Reads without waiting; 0 if there is nothing yet, -1 at the end. */
    public int read(byte[] into, int offset, int length) throws IOException {
        int count;
        synchronized (this) {
            ByteBuffer next = peek();
            count = Math.min(length, next.remaining());
            if (count == 0) {
                return ended && unread() == 0 ? -1 : 0;
            }
            next.get(into, offset, count);
        }
        consume(count);
        return count;
    }

    /** Waits until there is something to read, or never will be. */
    public synchronized void await() throws InterruptedIOException {
        while (unread() == 0 && !isOver()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for data");
            }
        }
    }

    /** Completes when there is something to read, or never will be. */
    public synchronized CompletionStage<Void> ready() {
        return unread() > 0 || isOver()
                ? CompletableFuture.completedStage(null)
                : ready.minimalCompletionStage();
    }

    @Override
    public void close() {
        CompletableFuture<Void> toTell;
        synchronized (this) {
            closed = true;
            release();
            toTell = wake();
        }
        tell(toTell);
        consumed.run();
    }

    private void tell(CompletableFuture<Void> waiting) {
        if (waiting.getNumberOfDependents() == 0) {
            waiting.complete(null);
            return;
        }
        try {
            executor.execute(() -> waiting.complete(null));
        } catch (RejectedExecutionException e) {
            waiting.complete(null); // the engine is closing, and nobody may be left waiting
        }
    }

    private boolean isOver() {
        return ended || closed || failure.isPresent();
    }

    private CompletableFuture<Void> wake() {
        notifyAll();
        CompletableFuture<Void> told = ready;
        ready = new CompletableFuture<>();
        return told;
    }

    private void release() {
        memory.clear();
        fromDisk = ByteBuffer.allocate(0);
        try {
            disk.close();
        } catch (IOException e) {
            System.getLogger(Spool.class.getName())
                    .log(System.Logger.Level.WARNING, "a spool file could not be closed", e);
        }
    }
}
