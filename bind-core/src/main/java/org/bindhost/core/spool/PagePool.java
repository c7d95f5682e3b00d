package org.bindhost.core.spool;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The memory that all spools of an engine share: pages that are used again. Outside the heap, so
 * that a page goes to disk and comes from a network without being copied on the way.
 *
 * <p>Any thread may call. A page belongs to whoever took it until it is given back, and to nobody
 * after that.
 */
public final class PagePool {

    /** What holds the bytes of a transfer that moves. */
    static final int LARGE_BYTES = 64 * 1024;

    /** What holds the first bytes of one that trickles, of which there may be thousands. */
    static final int SMALL_BYTES = 4 * 1024;

    private static final int KEPT_LARGE = 128;
    private static final int KEPT_SMALL = 1024;

    private final Set<Spool> spools = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean relieving = new AtomicBoolean();
    private final Deque<ByteBuffer> large = new ArrayDeque<>();
    private final Deque<ByteBuffer> small = new ArrayDeque<>();
    private volatile long most;
    private volatile long used; // changed under the lock alone

    /**
     * Creates a pool.
     *
     * @param most how many bytes spools may hold together before they are to go to disk
     */
    public PagePool(long most) {
        this.most = most;
    }

    /** Changes how much spools may hold together. */
    public void most(long bytes) {
        most = bytes;
    }

    ByteBuffer take(boolean isLarge) {
        synchronized (this) {
            count(isLarge ? LARGE_BYTES : SMALL_BYTES);
            ByteBuffer kept = (isLarge ? large : small).pollFirst();
            if (kept != null) {
                return kept.clear();
            }
        }
        return ByteBuffer.allocateDirect(isLarge ? LARGE_BYTES : SMALL_BYTES);
    }

    synchronized void give(ByteBuffer page) {
        count(-page.capacity());
        boolean isLarge = page.capacity() == LARGE_BYTES;
        Deque<ByteBuffer> kept = isLarge ? large : small;
        if (kept.size() < (isLarge ? KEPT_LARGE : KEPT_SMALL)) {
            kept.addFirst(page);
        }
    }

    private void count(long more) {
        long before = used;
        used = before + more;
    }

    void add(Spool spool) {
        spools.add(spool);
    }

    void remove(Spool spool) {
        spools.remove(spool);
    }

    /** If too much is held, asks all to give back what they can, also those of which none come. */
    void relieve(Executor executor) {
        if (isTight() && relieving.compareAndSet(false, true)) {
            try {
                executor.execute(this::relieveAll);
            } catch (RejectedExecutionException e) {
                relieving.set(false); // the engine is closing, and gives back all
            }
        }
    }

    private void relieveAll() {
        for (Spool spool : spools) {
            if (isTight()) {
                spool.relieve();
            }
        }
        relieving.set(false);
    }

    /** Whether so much is held that whatever can go to disk is to go there. */
    boolean isTight() {
        return used > most;
    }

    /** How many bytes of pages are taken. */
    public long used() {
        return used;
    }
}
