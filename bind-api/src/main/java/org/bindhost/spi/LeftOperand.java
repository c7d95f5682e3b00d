package org.bindhost.spi;

import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What stands to the left of the name being opened. It is bound in the same context, and only when
 * a driver asks for it.
 */
@ProviderType
public interface LeftOperand {

    /**
     * Returns the name of it.
     *
     * @return the moniker
     */
    Moniker moniker();

    /**
     * Binds it. What is composed on the answer runs as a call of the engine does: within the
     * driver, so that it is not withdrawn meanwhile, and if {@link MonikerClass#mayWait()}, where
     * it may wait. Whoever waits for the answer instead may wait for ever.
     *
     * @param type what it is wanted as: {@link java.nio.file.Path} or {@link
     *     org.bindhost.storage.LockBytes} for its bytes, which are there until the bind that asked
     *     is over; {@link org.bindhost.bind.ItemContainer}, or whatever its class makes, for the
     *     object
     * @param <T> what it is wanted as
     * @return it, or a failure with a {@link org.bindhost.bind.BindException}, reason {@code
     *     INTERMEDIATE_UNSUPPORTED} if it cannot be had as that
     */
    <T> CompletionStage<T> as(Class<T> type);
}
