package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.spool.Cursor;

/**
 * Publishes what a cursor reads to one subscriber, from the turns of its binding. A buffer is a
 * view of the spool and is valid until {@code onNext} returns.
 */
final class SpoolPublisher implements Flow.Publisher<ByteBuffer>, Flow.Subscription, InOrderOutlet {

    /** After so many buffers other turns get theirs. */
    private static final int AT_ONCE = 16;

    private final Cursor cursor;
    private final EngineBinding binding;
    private final Runnable onDone;
    private final AtomicBoolean posted = new AtomicBoolean();

    private Optional<Flow.Subscriber<? super ByteBuffer>> subscriber = Optional.empty();
    private Optional<IllegalArgumentException> violation = Optional.empty();
    private boolean hadSubscriber;
    private boolean cancelled;
    private long requested;

    SpoolPublisher(Cursor cursor, EngineBinding binding, Runnable onDone) {
        this.cursor = cursor;
        this.binding = binding;
        this.onDone = onDone;
    }

    @Override
    public Cursor reader() {
        return cursor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> newSubscriber) {
        boolean first;
        synchronized (this) {
            first = !hadSubscriber;
            hadSubscriber = true;
        }
        if (!first) {
            newSubscriber.onSubscribe(new Refused());
            newSubscriber.onError(new IllegalStateException("there is one subscriber already"));
            return;
        }
        newSubscriber.onSubscribe(this);
        synchronized (this) { // not before, so that nothing is published while it subscribes
            if (!cancelled) {
                subscriber = Optional.of(newSubscriber);
            }
        }
        changed();
    }

    @Override
    public void request(long buffers) {
        synchronized (this) {
            if (buffers < 1) {
                violation =
                        Optional.of(
                                new IllegalArgumentException(
                                        "a request is for 1 buffer or more, not " + buffers));
            } else {
                requested = requested + buffers < 0 ? Long.MAX_VALUE : requested + buffers;
            }
        }
        changed();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            cancelled = true;
            subscriber = Optional.empty();
        }
        close();
    }

    @Override
    public void close() {
        cursor.close();
        onDone.run();
    }

    @Override
    public void changed() {
        if (posted.compareAndSet(false, true)) {
            binding.later(this::publish);
        }
    }

    private void publish() {
        posted.set(false);
        try {
            Optional<IllegalArgumentException> wrong = violation();
            if (wrong.isPresent()) {
                fail(wrong.get());
                cancel();
                return;
            }
            for (int sent = 0; sent < AT_ONCE; sent++) {
                if (!publishOne()) {
                    return;
                }
            }
            changed();
        } catch (IOException e) {
            fail(e.getCause() instanceof BindException cause ? cause : e);
        } catch (RuntimeException | Error e) { // also a class of the client's that is missing
            binding.fail(new BindException(Reason.CALLBACK_FAILED, "the subscriber threw " + e, e));
            cancel();
        }
    }

    /** Publishes a buffer, or the end; tells whether there may be more. */
    private boolean publishOne() throws IOException {
        Optional<Flow.Subscriber<? super ByteBuffer>> to = current();
        if (to.isEmpty()) {
            return false;
        }
        if (cursor.unread() == 0) {
            cursor.check();
            completeIfExhausted();
            return false;
        }
        if (!takeRequest()) {
            cursor.check();
            return false;
        }
        ByteBuffer next = cursor.peek();
        int count = next.remaining();
        try {
            to.get().onNext(next);
        } finally {
            cursor.consume(count);
        }
        return true;
    }

    private void completeIfExhausted() {
        if (cursor.isExhausted()) {
            var last = leave();
            close();
            last.ifPresent(Flow.Subscriber::onComplete);
        }
    }

    private void fail(Throwable cause) {
        leave().ifPresent(s -> s.onError(cause));
    }

    private synchronized Optional<IllegalArgumentException> violation() {
        return violation;
    }

    private synchronized Optional<Flow.Subscriber<? super ByteBuffer>> current() {
        return subscriber;
    }

    private synchronized Optional<Flow.Subscriber<? super ByteBuffer>> leave() {
        var left = subscriber;
        subscriber = Optional.empty();
        return left;
    }

    private synchronized boolean takeRequest() {
        if (requested == 0) {
            return false;
        }
        requested--;
        return true;
    }

    /** The subscription of whoever came second. */
    private static final class Refused implements Flow.Subscription {

        @Override
        public void request(long buffers) {
            // There is nothing for it.
        }

        @Override
        public void cancel() {
            // It never began.
        }
    }
}
