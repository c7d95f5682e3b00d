package org.bindhost.spi;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A place that bytes are written to: a {@link Body} with the demand reversed.
 *
 * <p><b>Life.</b> The engine calls {@link #start} once, {@link #write} within the demand, and then
 * either {@link #commit} or {@link #abort}. What was written appears whole, at the commit, or not
 * at all.
 *
 * <p><b>Threads.</b> {@code write} and {@code commit} come one at a time, on a thread that may
 * wait. {@code abort} may come from any thread, also during a {@code write}, and must not wait for
 * long.
 */
@ConsumerType
public interface Upload {

    /**
     * Names whom to ask for bytes.
     *
     * @param demand whom to ask
     */
    void start(Demand demand);

    /**
     * Takes the next bytes.
     *
     * @param bytes at least one remaining and never more than was asked for; valid until this call
     *     returns; all of it is taken
     * @throws BindException if they cannot be written
     */
    void write(ByteBuffer bytes) throws BindException;

    /**
     * Makes what was written appear.
     *
     * @return complete when it has, or a failure with a {@link BindException} if it does not
     */
    CompletionStage<Void> commit();

    /** Gives up what was written and leaves nothing of it. Has no effect after the end. */
    void abort();

    /** Whom a driver asks for bytes; the engine's side. Any thread may call any method. */
    @ConsumerType
    interface Demand {

        /**
         * Asks for more bytes. Requests add up.
         *
         * @param bytes how many more, 1 or more
         */
        void request(long bytes);

        /**
         * Nothing more can be written.
         *
         * @param failure why
         */
        void fail(BindException failure);
    }
}
