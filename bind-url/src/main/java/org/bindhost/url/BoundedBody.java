package org.bindhost.url;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;

/** A body that ends before a byte of the whole: with one more it is broken off. */
final class BoundedBody implements Body {

    private final Body body;
    private final long most;
    private final BindException tooLarge;

    private BoundedBody(Body body, long most, BindException tooLarge) {
        this.body = body;
        this.most = most;
        this.tooLarge = tooLarge;
    }

    /**
     * Bounds the body of what was found; what says itself that it is larger is not even begun.
     *
     * @param most how many bytes the whole may have
     * @param asked such as {@code "GET http://host/a"}
     */
    static Content of(Content content, long most, String asked) throws BindException {
        if (most == Long.MAX_VALUE || !(content instanceof Content.Found found)) {
            return content;
        }
        var tooLarge =
                new BindException(
                        Reason.DENIED_BY_POLICY,
                        asked + ": there are more than the " + most + " bytes that are allowed");
        if (found.info().length().orElse(0) > most) {
            throw tooLarge;
        }
        var bounded = new BoundedBody(found.body(), most - found.offset(), tooLarge);
        return new Content.Found(found.info(), found.offset(), bounded);
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
