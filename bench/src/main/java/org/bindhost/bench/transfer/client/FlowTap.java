package org.bindhost.bench.transfer.client;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.function.ToLongFunction;

/**
 * Subscribes to a body.
 *
 * @param <T> what it comes in
 */
final class FlowTap<T> extends CountingTap implements Flow.Subscriber<T> {

    private static final Flow.Subscription NONE =
            new Flow.Subscription() {
                @Override
                public void request(long count) {}

                @Override
                public void cancel() {}
            };

    private final ToLongFunction<T> size;
    private final long atOnce;
    private volatile Flow.Subscription subscription = NONE;

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
        subscription = made;
        made.request(atOnce);
    }

    @Override
    public void onNext(T item) {
        take(size.applyAsLong(item));
        if (atOnce == 1 && mayGoOn()) {
            next();
        }
    }

    @Override
    void next() {
        subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {
        fail(failure);
    }

    @Override
    public void onComplete() {
        complete();
    }

    @Override
    public void abort() {
        subscription.cancel();
        fail(new CancellationException("enough"));
    }
}
