package org.bindhost.container;

import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Through which a control binds: the container's part in every transfer. A service, one for each
 * open document and one without a document.
 *
 * <p>The host puts a callback of its own between the bind and the control's: it watches progress,
 * decides priority, and hands everything on to the control's callback unchanged and in order
 * (G-02).
 *
 * <p><b>Life.</b> As {@link org.bindhost.bind.Binder}: binds belong to the bundle that asked for
 * them. They also belong to the document, and are aborted when it closes.
 *
 * <p><b>Threads.</b> As {@link org.bindhost.bind.Binder}.
 *
 * <p><b>Source.</b> {@code IBindHost}.
 */
@ProviderType
public interface BindHost {

    /**
     * Service property, a {@code String}: the display name of the document that relative names are
     * relative to. Absent for the host without a document.
     */
    String DOCUMENT_BASE = "document.base";

    /**
     * Makes a moniker of the name in a data path (G-06).
     *
     * @param name the name, relative to the document or absolute
     * @return the moniker, absolute if the host has a document
     * @throws MonikerSyntaxException if it is no name that anyone present understands
     */
    Moniker createMoniker(String name) throws MonikerSyntaxException;

    /**
     * Creates a bind context for binds through this host.
     *
     * @param options what it asks of its binds; but the requester is the host's client in its
     *     document, whatever they say, here and in contexts made elsewhere
     * @return the context; the caller closes it
     */
    BindContext createBindContext(BindOptions options);

    /**
     * Binds a name to its bytes, as {@link org.bindhost.bind.Binder#bindToStorage} does, for a
     * control (G-01, G-04).
     *
     * @param moniker the name
     * @param context the context; media types registered there are honoured (G-05)
     * @param callback the control's callback; it is not registered in the context
     * @param type the type of result wanted
     * @param <T> the type of result wanted
     * @return the result, or that it has been started
     * @throws BindException if the bind could not be made or, being synchronous, carried through
     */
    <T> BindResult<T> monikerBindToStorage(
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException;

    /**
     * Binds a name to the object it denotes, as {@link org.bindhost.bind.Binder#bindToObject} does,
     * for a control (G-01, G-04).
     *
     * @param moniker the name
     * @param context the context
     * @param callback the control's callback; it is not registered in the context
     * @param type what the object is wanted as
     * @param <T> what the object is wanted as
     * @return the object, or that the bind has been started
     * @throws BindException if the bind could not be made or, being synchronous, carried through
     */
    <T> BindResult<T> monikerBindToObject(
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException;
}
