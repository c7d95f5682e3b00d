package org.bindhost.url;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;

/** A body that ends before a byte of the whole: with one more it is broken off. */
final class BoundedBody implements Body {

    private final Body body;
    private final long most;
    private final BindException tooLarge;

    /**
     * Bounds a body.
     *
     * @param most how many bytes it may have
     * @param tooLarge what is told if there are more
     */
    BoundedBody(Body body, long most, BindException tooLarge) {
        this.body = body;
        this.most = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public void start(Receiver receiver) {
        body.start(new Counting(receiver));
    }

    @Override
    public void request(long bytes) {
        body.request(bytes);
    }

    @Override
    public void cancel() {
        body.cancel();
    }

    /** One call at a time, as any receiver. */
    private final class Counting implements Receiver {

        private final Receiver receiver;
        private long left = most;
        private boolean over;

        Counting(Receiver receiver) {
            this.receiver = receiver;
        }

        @Override
        public void onBytes(ByteBuffer bytes) {
            left -= bytes.remaining();
            if (left >= 0) {
                receiver.onBytes(bytes);
            } else if (!over) {
                over = true;
                body.cancel();
                receiver.onFailure(tooLarge);
            }
        }

        @Override
        public void onComplete() {
            if (!over) {
                receiver.onComplete();
            }
        }

        @Override
        public void onFailure(BindException failure) {
            if (!over) {
                receiver.onFailure(failure);
            }
        }
    }
}
