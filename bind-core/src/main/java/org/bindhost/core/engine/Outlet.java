package org.bindhost.core.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.core.spool.Reader;

/**
 * What a client gets of a resource: the same bytes as a stream, a channel, a file. Any thread may
 * call.
 */
interface Outlet extends AutoCloseable {

    /** The result, of the type that was asked for. */
    Object content();

    /** By what it reads the spool. */
    Reader reader();

    /** Up to where it wants bytes by now, in a pull that has none on their way; 0 if nothing. */
    long wantsUpTo();

    /** Whether asking for it is asking for all of it, as if it were pushed. */
    default boolean wantsAll() {
        return false;
    }

    /**
     * Offers the complete local file in place of its bytes.
     *
     * @return whether it is taken, in which case no bytes need come
     */
    default boolean takeFile(LocalFile file) {
        return false;
    }

    /** Whether the content can be used before all bytes have come. */
    default boolean isUsableEarly() {
        return true;
    }

    /** All bytes have come: does what there is to do before it can be used. */
    default CompletionStage<Void> finish() {
        return CompletableFuture.completedStage(null);
    }

    /** Something has changed: bytes came, or the end. In a turn, after the client was told. */
    default void changed() {}

    /** The rest is not to be had, and neither is what came. */
    default void fail(BindException cause) {
        reader().fail(cause);
    }

    @Override
    void close();
}
