package org.bindhost.bench.transfer.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A tap that counts what it takes and forgets it. Whoever brings bytes does so serially. */
abstract class CountingTap implements Tap {

    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private volatile long taken;
    private boolean held;
    private boolean owed;

    /** Has the next bytes come; called when nothing is under way. */
    abstract void next();

    @SuppressWarnings("NonAtomicVolatileUpdate") // bytes come serially
    final void take(long bytes) {
        taken += bytes;
    }

    /** Tells whether to go on; if not, {@link #next} will be called when it is time. */
    final synchronized boolean mayGoOn() {
        owed = held;
        return !held;
    }

    final void complete() {
        done.complete(taken);
    }

    final void fail(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public final long taken() {
        return taken;
    }

    @Override
    public final synchronized void hold() {
        held = true;
    }

    @Override
    public final void go() {
        boolean isNext;
        synchronized (this) {
            held = false;
            isNext = owed;
            owed = false;
        }
        if (isNext) {
            next();
        }
    }

    @Override
    public final CompletionStage<Long> done() {
        return done;
    }

    @Override
    public final CompletionStage<?> stopped() {
        return done.handle((length, failure) -> length);
    }
}
