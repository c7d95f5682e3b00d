package org.bindhost.bench.transfer.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.ToLongFunction;

/**
 * Subscribes to a body, counts it and forgets it.
 *
 * @param <T> what it comes in
 */
final class FlowTap<T> implements Flow.Subscriber<T>, Tap {

    private final ToLongFunction<T> size;
    private final long atOnce;
    private final CompletableFuture<Long> done = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private boolean held;
    private boolean owed;
    private volatile long taken;

    private FlowTap(ToLongFunction<T> size, long atOnce) {
        this.size = size;
        this.atOnce = atOnce;
    }

    /** One that asks for the next when it has taken the last. */
    static <T> FlowTap<T> pulling(ToLongFunction<T> size) {
        return new FlowTap<>(size, 1);
    }

    /** One that asks for all at once. */
    static <T> FlowTap<T> pushed(ToLongFunction<T> size) {
        return new FlowTap<>(size, Long.MAX_VALUE);
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        synchronized (this) {
            subscription = made;
        }
        made.request(atOnce);
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // signals are serial
    public void onNext(T item) {
        taken += size.applyAsLong(item);
        if (atOnce == 1 && mayAsk()) {
            subscription.request(1);
        }
    }

    private synchronized boolean mayAsk() {
        owed = held;
        return !held;
    }

    @Override
    public void onError(Throwable failure) {
        done.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        done.complete(taken);
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public synchronized void hold() {
        held = true;
    }

    @Override
    public void go() {
        boolean ask;
        synchronized (this) {
            held = false;
            ask = owed;
            owed = false;
        }
        if (ask) {
            subscription.request(1);
        }
    }

    @Override
    public void abort() {
        Flow.Subscription present;
        synchronized (this) {
            present = subscription;
        }
        if (present != null) {
            present.cancel();
        }
        done.cancel(false);
    }

    @Override
    public CompletionStage<Long> done() {
        return done;
    }

    @Override
    public CompletionStage<?> stopped() {
        return done.handle((length, failure) -> length);
    }
}
