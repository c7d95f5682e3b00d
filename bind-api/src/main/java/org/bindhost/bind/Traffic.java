package org.bindhost.bind;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The transfers of an engine, held and let go together: all of them, or those that are made for one
 * document. A service, for tools and for hosts; one transfer is steered by its {@link Binding}.
 *
 * <p>What is held is asked for nothing more, so that its client soon hears nothing more. Holds add
 * up: a transfer moves when neither it, nor its document, nor everything is suspended. The state of
 * a binding is its own and does not tell whether others hold it.
 *
 * <p><b>Life.</b> What is said of a document holds for binds to come, too, until the contrary is
 * said; it ends with the engine.
 *
 * <p><b>Threads.</b> Any thread may call any method. No method waits.
 */
@ProviderType
public interface Traffic {

    /**
     * Holds all transfers, now and to come.
     *
     * @return {@code true} if this call did, {@code false} if everything was suspended already
     */
    boolean suspendAll();

    /**
     * Lets transfers go on, except those that are suspended by themselves or with their document.
     *
     * @return {@code true} if this call did, {@code false} if not everything was suspended
     */
    boolean resumeAll();

    /**
     * Holds the transfers of a document, now and to come.
     *
     * @param document the display name of the document, as in {@link Requester#document()}
     * @return {@code true} if this call did, {@code false} if it was suspended already
     */
    boolean suspend(String document);

    /**
     * Lets the transfers of a document go on, except those that are suspended by themselves.
     *
     * @param document the display name of the document
     * @return {@code true} if this call did, {@code false} if it was not suspended
     */
    boolean resume(String document);

    /**
     * Limits how fast the transfers of a document may move together.
     *
     * @param document the display name of the document
     * @param bytesPerSecond the rate, or 0 for as fast as they can
     * @throws IllegalArgumentException if the rate is negative
     */
    void limit(String document, long bytesPerSecond);
}
