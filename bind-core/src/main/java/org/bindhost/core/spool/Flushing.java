package org.bindhost.core.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * Takes the bytes of a spool from memory to disk, on a thread for disks, one at a time. Guards its
 * state by the lock of the spool.
 *
 * <p>What is to be kept goes there as it comes. What is to be read goes there if someone would
 * bring more and there is no room; but a reader who keeps reading is given a moment first, since a
 * disk is no faster than memory.
 */
final class Flushing {

    /** So much of what is kept goes to disk at a time. */
    private static final long EAGER_BYTES = 4L * PagePool.LARGE_BYTES;

    private static final long PATIENCE_NANOS = 20_000_000;

    private final Spool spool;
    private final PagePool pool;
    private final Queue<CompletableFuture<Path>> awaited = new ArrayDeque<>();
    private boolean running;
    private boolean patient;
    private boolean reclaims;
    private long droppedWhenFull;

    Flushing(Spool spool, PagePool pool) {
        this.spool = spool;
        this.pool = pool;
    }

    /** Whether someone waits for the file. */
    boolean isAwaited() {
        return !awaited.isEmpty();
    }

    /** Asked under the lock, when something has come: whether to {@link #start} now. */
    boolean isDue() {
        boolean isDue =
                !running
                        && spool.memory.size() > 0
                        && (pool.isTight() || (spool.memory.size() >= eager() && spool.keepsAll()));
        running |= isDue;
        return isDue;
    }

    private long eager() {
        return Math.min(EAGER_BYTES, spool.limits().memoryBytes() / 2);
    }

    void makeRoom() {
        boolean waits;
        synchronized (spool) {
            if (running || patient) {
                return;
            }
            waits = spool.dropped() - droppedWhenFull >= PagePool.LARGE_BYTES;
            droppedWhenFull = spool.dropped();
            patient = waits;
            running = !waits;
        }
        if (waits) {
            var unused = spool.threads().timer().after(PATIENCE_NANOS, this::losePatience);
        } else {
            start();
        }
    }

    private void losePatience() {
        synchronized (spool) {
            patient = false;
            if (running) {
                return;
            }
            running = spool.room() <= spool.limits().memoryBytes() / 4;
            if (running) {
                start();
                return;
            }
        }
        spool.owner().moved(); // there is room, and nobody may have said so
    }

    /** All that is on disk was read: its space is given back before anything is written. */
    void reclaim() {
        reclaims = true;
        if (!running) {
            running = true;
            start();
        }
    }

    CompletionStage<Path> handOut() {
        var path = new CompletableFuture<Path>();
        synchronized (spool) {
            awaited.add(path);
            if (running) {
                return path.minimalCompletionStage();
            }
            running = true;
        }
        start();
        return path.minimalCompletionStage();
    }

    void start() {
        try {
            spool.threads().disk().execute(this::run);
        } catch (RejectedExecutionException e) {
            failAwaited(new IOException("the engine is closing", e)); // and nobody reads any more
        }
    }

    private void run() {
        reclaimIfDue();
        List<Piece> pieces = pin();
        while (!pieces.isEmpty() || isReclaiming()) {
            Optional<BindException> why = write(pieces);
            settle(pieces, why.isEmpty());
            if (why.isPresent()) {
                stop(why.get());
                return;
            }
            spool.owner().moved();
            reclaimIfDue();
            pieces = pin();
        }
        if (isHandingOut()) {
            handOutAll();
        }
    }

    private void reclaimIfDue() {
        boolean isDue;
        synchronized (spool) {
            isDue = reclaims;
            reclaims = false;
        }
        if (isDue) {
            spool.file.forgetAll(); // nothing of it is read, and only this thread writes
        }
    }

    /**
     * Nothing, if there is nothing to do any more; then it runs no longer, unless files are due.
     */
    private List<Piece> pin() {
        synchronized (spool) {
            List<Piece> pieces = spool.memory.pinBeyond(keep());
            Collections.reverse(pieces);
            running = !pieces.isEmpty() || isAwaited() || reclaims;
            return pieces;
        }
    }

    private boolean isReclaiming() {
        synchronized (spool) {
            return reclaims;
        }
    }

    private boolean isHandingOut() {
        synchronized (spool) {
            return isAwaited();
        }
    }

    private long keep() {
        return spool.keepsAll() || isAwaited() || pool.isTight()
                ? 0
                : spool.limits().memoryBytes() / 2;
    }

    private Optional<BindException> write(List<Piece> pieces) {
        long bytes = pieces.stream().mapToLong(Piece::length).sum();
        long most = spool.limits().diskBytes();
        synchronized (spool) {
            if (spool.stored.size() + bytes > most) {
                return Optional.of(
                        new BindException(
                                Reason.SPOOL_FULL,
                                "a spool may have " + most + " bytes on disk, and has them"));
            }
        }
        try {
            for (Piece piece : pieces) {
                spool.file.write(piece.start, piece.view(piece.start));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    new BindException(
                            Reason.STORAGE_FAILED, "the spool file cannot be written: " + e, e));
        }
    }

    private void settle(List<Piece> pieces, boolean written) {
        synchronized (spool) {
            for (Piece piece : pieces) {
                if (written) {
                    spool.stored.add(piece.start, piece.end());
                    spool.memory.drop(piece);
                    reclaims = false; // what was there was read meanwhile, but this was not
                }
                piece.unpin();
            }
            spool.dropRead();
        }
    }

    private void stop(BindException why) {
        boolean isFull;
        synchronized (spool) {
            running = false;
            isFull = spool.memory.size() > spool.limits().memoryBytes() * 3 / 4;
        }
        if (isHandingOut()) {
            failAwaited(why);
        } else if (isFull) { // or there is no need for a disk yet
            spool.owner().full(why);
        }
    }

    private void failAwaited(Throwable why) {
        for (var path = next(); path.isPresent(); path = next()) {
            path.get().completeExceptionally(why);
        }
        spool.handedOut();
    }

    private void handOutAll() {
        for (var path = next(); path.isPresent(); path = next()) {
            try {
                path.get().complete(spool.file.handOut());
            } catch (IOException e) {
                path.get().completeExceptionally(e);
            }
        }
        spool.handedOut();
    }

    private Optional<CompletableFuture<Path>> next() {
        synchronized (spool) {
            Optional<CompletableFuture<Path>> next = Optional.ofNullable(awaited.poll());
            running = next.isPresent();
            return next;
        }
    }
}
