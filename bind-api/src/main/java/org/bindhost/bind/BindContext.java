package org.bindhost.bind;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What several binds share: options, the callback, parameters, and objects kept while they go on.
 *
 * <p><b>Life.</b> Made by {@link Binder#createBindContext} or {@link
 * org.bindhost.container.BindHost#createBindContext}, used for any number of binds, and closed.
 * Closing aborts its binds, closes results that were not closed, and releases what it holds in
 * reverse order of registration, once each (C-05, X-18). A closed context refuses new binds with an
 * {@link IllegalStateException}.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 *
 * <p><b>Source.</b> {@code IBindCtx}, {@code RegisterBindStatusCallback} and {@code
 * RegisterFormatEnumerator}.
 */
@ProviderType
public interface BindContext extends AutoCloseable {

    /**
     * The parameter under which a bind that met its deadline leaves its name, before its stop is
     * heard (C-07). It stays until it is removed or another one takes its place.
     */
    BindKey<Moniker> DEADLINE_MONIKER =
            new BindKey<>("org.bindhost.bind.deadlineMoniker", Moniker.class);

    /**
     * Returns what is asked of binds made from now on.
     *
     * @return the options
     */
    BindOptions options();

    /**
     * Sets what is asked of binds made from now on; those under way keep what they had.
     *
     * @param options the options
     */
    void setOptions(BindOptions options);

    /**
     * Returns the callback that binds made from now on report to.
     *
     * @return the callback, or empty, in which case binds are synchronous (D-02)
     */
    Optional<BindStatusCallback> callback();

    /**
     * Registers a callback in place of the present one (C-08). Whoever replaces a callback and
     * wants it served delegates to it, see {@link DelegatingBindStatusCallback} (C-09).
     *
     * @param callback the callback
     * @return the one it replaces, or empty if there was none
     */
    Optional<BindStatusCallback> registerCallback(BindStatusCallback callback);

    /**
     * Removes a callback if it is the present one, and otherwise does nothing (C-10).
     *
     * @param callback the callback
     */
    void revokeCallback(BindStatusCallback callback);

    /**
     * Returns the media types that the client accepts.
     *
     * @return the ranges, best first; never empty, {@link MediaRange#ANY} if none were set
     */
    List<MediaRange> accepted();

    /**
     * Sets the media types that the client accepts (C-12).
     *
     * @param ranges the ranges, best first
     * @throws IllegalArgumentException if there are none
     */
    void setAccepted(List<MediaRange> ranges);

    /**
     * Returns an object parameter (C-06).
     *
     * @param key its key
     * @param <T> its type
     * @return the object, or empty if none is set
     */
    <T> Optional<T> parameter(BindKey<T> key);

    /**
     * Sets an object parameter in place of the present one, if any (C-06).
     *
     * @param key its key
     * @param value the object
     * @param <T> its type
     */
    <T> void setParameter(BindKey<T> key, T value);

    /**
     * Removes an object parameter (C-06).
     *
     * @param key its key
     * @return {@code true} if there was one
     */
    boolean removeParameter(BindKey<?> key);

    /**
     * Keeps an object until it is revoked, all are released, or the context is closed (C-03). An
     * {@link AutoCloseable} is closed then.
     *
     * @param object the object
     * @return the registration, to revoke it by
     */
    Registration registerObjectBound(Object object);

    /** Releases every object kept; parameters and options stay (C-05). */
    void releaseBoundObjects();

    /**
     * Returns a view of this context with options and a callback of its own, and with the accepted
     * media types of this one, to be changed apart. Everything else is shared: what is set, kept or
     * bound with either belongs to both (C-02). Whoever steps between a client and its bind makes
     * one, and leaves the client's context as it is.
     *
     * @param options what the view asks of its binds
     * @param callback the callback of the view
     * @return the view; closing it closes nothing
     */
    BindContext derive(BindOptions options, BindStatusCallback callback);

    /** Closes the context. Has no effect the second time. May be called from any callback. */
    @Override
    void close();
}
