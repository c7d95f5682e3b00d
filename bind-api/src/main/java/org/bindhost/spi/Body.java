package org.bindhost.spi;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Bytes that move on demand.
 *
 * <p><b>Life.</b> The engine calls {@link #start} once, then {@link #request} any number of times,
 * and {@link #cancel} if it wants no more; it cancels bodies it never starts. After the receiver
 * heard of the end or a failure, and after {@code cancel} returned, the driver holds nothing for
 * this body and makes no further call.
 *
 * <p><b>Threads.</b> The engine may call {@code request} and {@code cancel} from any thread, also
 * from within a call to the receiver; neither may wait.
 */
@ConsumerType
public interface Body {

    /**
     * Names the one receiver. No bytes come before they are requested; the end or a failure may.
     *
     * @param receiver who receives
     */
    void start(Receiver receiver);

    /**
     * Grants more bytes. Grants add up; the driver never delivers more than was granted in all.
     *
     * @param bytes how many more, 1 or more
     */
    void request(long bytes);

    /** Gives up the rest. A call to the receiver under way is left to finish. */
    void cancel();

    /**
     * Receives the bytes of a body; the engine's side. Calls come one at a time. An implementation
     * does not wait and does not throw.
     */
    @ConsumerType
    interface Receiver {

        /**
         * The next bytes.
         *
         * @param bytes at least one remaining and never more than is granted; valid until this call
         *     returns, and not to be written to
         */
        void onBytes(ByteBuffer bytes);

        /**
         * There are no more bytes. Comes by itself as soon as that is known, and at the latest when
         * more is requested after the last byte.
         */
        void onComplete();

        /**
         * It failed; nothing follows.
         *
         * @param failure why
         */
        void onFailure(BindException failure);
    }
}
