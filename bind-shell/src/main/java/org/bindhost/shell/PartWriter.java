package org.bindhost.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Writes what is published to a file that is still arriving.
 *
 * <p><b>Threads.</b> Its publisher calls it one call at a time, on the workers.
 */
final class PartWriter implements Flow.Subscriber<ByteBuffer> {

    /** Few enough to bound memory, enough that the source need not wait for the disk. */
    private static final int WINDOW_BUFFERS = 8;

    private final PartFile file;
    private final Meter meter;
    private final CompletableFuture<Void> received = new CompletableFuture<>();
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private int unacknowledged;

    PartWriter(PartFile file, Meter meter) {
        this.file = file;
        this.meter = meter;
    }

    /** Completes when everything has been written, or with what prevented it. */
    CompletableFuture<Void> received() {
        return received;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        if (subscription.isPresent()) {
            granted.cancel();
            return;
        }
        subscription = Optional.of(granted);
        granted.request(WINDOW_BUFFERS);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
        if (received.isDone()) {
            return;
        }
        int length = buffer.remaining();
        try {
            file.write(buffer);
        } catch (IOException e) {
            received.completeExceptionally(e);
            subscription.ifPresent(Flow.Subscription::cancel);
            return;
        }
        meter.add(length);
        grant();
    }

    @Override
    public void onError(Throwable failure) {
        received.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        received.complete(null);
    }

    private void grant() {
        unacknowledged++;
        if (unacknowledged == WINDOW_BUFFERS / 2) {
            unacknowledged = 0;
            subscription.ifPresent(s -> s.request(WINDOW_BUFFERS / 2));
        }
    }
}
