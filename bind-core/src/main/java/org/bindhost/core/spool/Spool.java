package org.bindhost.core.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

/**
 * The bytes of one resource that is being transferred, however many read it: an array that knows
 * which ranges of it have come, in memory up to a bound and in a file beyond it.
 *
 * <p>What all its readers have read is dropped, unless someone reads at random or so little has
 * come that whoever comes late may begin as well.
 *
 * <p>Any thread may call any method. Nobody is called while the lock is held.
 */
public final class Spool {

    /** What is kept for those who come late, though everybody has read it. */
    private static final long KEPT_BYTES = 256 * 1024;

    private final SpoolLimits limits;
    private final SpoolThreads threads;
    private final PagePool pool;
    private volatile SpoolOwner owner;
    final Memory memory;
    final Ranges stored = new Ranges();
    final SpoolFile file;
    private final Ranges present = new Ranges();
    private final Set<Reader> readers = new LinkedHashSet<>();
    private final Waiters waiters = new Waiters();
    private final Flushing flushing;

    private final long first;
    private long dropped; // nothing before this is to be had any more
    private boolean retired;
    private boolean released;
    private OptionalLong length = OptionalLong.empty(); // once the end has come

    public Spool(SpoolLimits limits, PagePool pool, SpoolThreads threads, SpoolOwner owner) {
        this(limits, pool, threads, owner, 0);
    }

    /**
     * Creates a spool of the rest of a resource.
     *
     * @param first the byte it begins with; those before it count as having come, and cannot be
     *     read
     */
    public Spool(
            SpoolLimits limits, PagePool pool, SpoolThreads threads, SpoolOwner owner, long first) {
        this.first = first;
        this.dropped = first;
        if (first > 0) {
            present.add(0, first);
        }
        this.limits = limits;
        this.threads = threads;
        this.pool = pool;
        this.owner = owner;
        this.memory = new Memory(pool);
        this.file = new SpoolFile(limits.directory());
        this.flushing = new Flushing(this, pool);
        pool.add(this);
    }

    /** The spools together hold too much: what can go to disk is to go there. */
    void relieve() {
        boolean flushes;
        synchronized (this) {
            dropRead();
            flushes = !released && flushing.isDue();
        }
        if (flushes) {
            flushing.start();
        }
    }

    SpoolLimits limits() {
        return limits;
    }

    SpoolThreads threads() {
        return threads;
    }

    SpoolOwner owner() {
        return owner;
    }

    /** Takes bytes; those that have come before, or that nobody will read, are dropped. */
    public void put(long offset, ByteBuffer bytes) {
        List<CompletableFuture<Void>> toTell;
        boolean flushes;
        synchronized (this) {
            if (isOver()) {
                return;
            }
            store(offset, bytes);
            dropRead();
            toTell = wake();
            flushes = flushing.isDue();
        }
        Waiters.tell(toTell, threads.telling());
        if (flushes) {
            flushing.start();
            pool.relieve(threads.disk());
        }
    }

    private void store(long offset, ByteBuffer bytes) {
        int end = bytes.limit();
        long at = offset;
        while (bytes.hasRemaining()) {
            long known = Math.max(present.endFrom(at), Math.min(dropped, at + bytes.remaining()));
            int skipped = (int) Math.min(bytes.remaining(), known - at);
            bytes.position(bytes.position() + skipped);
            at += skipped;
            int count = (int) Math.min(bytes.remaining(), present.nextFrom(at) - at);
            if (count > 0) {
                memory.add(at, bytes.limit(bytes.position() + count));
                bytes.limit(end);
                present.add(at, at + count);
                at += count;
            }
        }
    }

    /** Everything has come. */
    public void end(long total) {
        List<CompletableFuture<Void>> toTell;
        synchronized (this) {
            length = OptionalLong.of(total);
            dropRead();
            toTell = wake();
        }
        Waiters.tell(toTell, threads.telling());
    }

    /**
     * Nothing more comes, and the owner is told nothing any more; what is here stays as long as
     * someone reads it.
     */
    public synchronized void retire() {
        owner = SpoolOwner.NOBODY;
        retired = true;
        releaseIfUnused();
    }

    /** Whether all that comes is to be kept, so that it may as well go to disk at once. */
    boolean keepsAll() {
        for (Reader reader : readers) { // not a stream: this is asked for each packet
            if (reader instanceof RandomReader) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes have come, each counted once. */
    public synchronized long received() {
        return present.size();
    }

    /** Where the bytes end that have come from an offset on; the offset if it has not come. */
    public synchronized long endFrom(long offset) {
        return present.endFrom(offset);
    }

    /** The first byte at or after an offset that has come; {@code Long.MAX_VALUE} if none has. */
    public synchronized long nextFrom(long offset) {
        return present.nextFrom(offset);
    }

    /** How many more bytes memory takes, or less than 0. */
    public synchronized long room() {
        long most = pool.isTight() ? PagePool.LARGE_BYTES : limits.memoryBytes();
        return most - memory.size();
    }

    /** Somebody wants more than there is room for: what is not read soon goes to disk. */
    public void makeRoom() {
        flushing.makeRoom();
    }

    /** Writes all that has come to disk, and gives it a name of its own, once the end has come. */
    public CompletionStage<Path> handOut() {
        return flushing.handOut();
    }

    /** Begins to read at the first byte, if that and all that follow can still be had. */
    public synchronized Optional<Cursor> cursor() {
        return dropped == first ? Optional.of(add(new Cursor(this, first))) : Optional.empty();
    }

    /** Reads anywhere, if nothing was dropped yet; and nothing is, as long as it reads. */
    public synchronized Optional<RandomReader> randomReader() {
        return dropped == 0 ? Optional.of(add(new RandomReader(this))) : Optional.empty();
    }

    private <T extends Reader> T add(T reader) {
        readers.add(reader);
        return reader;
    }

    /** The readers that keep most from being dropped: whoever trails all others. */
    public synchronized List<Reader> last() {
        long floor = floor();
        return readers.stream().filter(reader -> reader.needsFrom() == floor).toList();
    }

    void remove(Reader reader) {
        List<CompletableFuture<Void>> toTell;
        synchronized (this) {
            readers.remove(reader);
            dropRead();
            releaseIfUnused();
            notifyAll();
            toTell = waiters.take(this::isWaitOver);
        }
        Waiters.tell(toTell, threads.telling());
        owner.moved();
    }

    /** Whether nothing will come any more. */
    boolean isOver() {
        return length.isPresent() || released;
    }

    boolean isEnd(long offset) {
        return length.isPresent() && offset >= length.getAsLong();
    }

    OptionalLong length() {
        return length;
    }

    void check() throws IOException {
        if (released) {
            throw new IOException("closed");
        }
    }

    boolean isPresent(long offset) {
        return present.contains(offset);
    }

    CompletionStage<Void> waitFor(Reader reader, long offset) {
        return isWaitOver(reader, offset)
                ? CompletableFuture.completedStage(null)
                : waiters.waitFor(reader, offset);
    }

    private boolean isWaitOver(Reader reader, long offset) {
        return isPresent(offset) || isOver() || reader.isClosed();
    }

    /** Drops what all have read. */
    void dropRead() {
        boolean isKept =
                !isOver()
                        && dropped == first
                        && present.size() - first <= Math.min(KEPT_BYTES, limits.memoryBytes() / 4)
                        && !pool.isTight();
        if (isKept || flushing.isAwaited()) {
            return;
        }
        dropped = Math.max(dropped, Math.min(floor(), present.endFrom(dropped)));
        memory.dropBefore(dropped);
        boolean isRead = stored.size() > 0 && stored.nextFrom(dropped) == Long.MAX_VALUE;
        if (isRead && !isOver()) { // at the end the file may be someone's under another name
            stored.clear();
            flushing.reclaim();
        }
    }

    private long floor() {
        long floor = Long.MAX_VALUE;
        for (Reader reader : readers) {
            floor = Math.min(floor, reader.needsFrom());
        }
        return floor;
    }

    long dropped() {
        return dropped;
    }

    private List<CompletableFuture<Void>> wake() {
        notifyAll();
        return waiters.take(this::isWaitOver);
    }

    private void releaseIfUnused() {
        if (retired && readers.isEmpty() && !flushing.isAwaited()) {
            release();
        }
    }

    synchronized void handedOut() {
        releaseIfUnused();
    }

    private void release() {
        released = true;
        pool.remove(this);
        memory.clear();
        try {
            threads.disk().execute(file::close);
        } catch (RejectedExecutionException e) {
            file.close();
        }
    }
}
