package org.bindhost.examples.embedding;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Counts what is published, buffer by buffer. */
final class ByteCounter implements Flow.Subscriber<ByteBuffer> {

    private final CompletableFuture<Long> total = new CompletableFuture<>();
    private Flow.Subscription subscription;
    private long bytes;

    CompletionStage<Long> total() {
        return total;
    }

    @Override
    public void onSubscribe(Flow.Subscription made) {
        subscription = made;
        subscription.request(1);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        bytes += buffer.remaining(); // the buffer is valid until this method returns
        subscription.request(1); // only now may the next one move
    }

    @Override
    public void onError(Throwable failure) {
        total.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        total.complete(bytes);
    }
}
