package org.bindhost.bind;

import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Binds names; a service, and the direct path. A control uses its {@link
 * org.bindhost.container.BindHost} instead, and comes here only where there is none (G-01).
 *
 * <p><b>Life.</b> Binds belong to the bundle that asked for them: when it stops, they are aborted,
 * and their stop is delivered before the bundle is gone.
 *
 * <p><b>Threads.</b> Any thread may call any method. A bind that is synchronous by its {@link
 * BindInfo} makes the calling thread wait, and so fails with reason {@code WOULD_WAIT} on a thread
 * of the engine.
 *
 * <p><b>Source.</b> {@code IMoniker::BindToStorage} and {@code IMoniker::BindToObject}; a moniker
 * here is a value and cannot bind itself.
 */
@ProviderType
public interface Binder {

    /**
     * Creates a bind context.
     *
     * @param options what it asks of its binds
     * @return the context; the caller closes it
     */
    BindContext createBindContext(BindOptions options);

    /**
     * Binds a name to its bytes.
     *
     * <p>Types for reading:
     *
     * <ul>
     *   <li>{@code java.io.InputStream}: from the first byte to the last; {@code available()} says
     *       what has come.
     *   <li>{@code java.nio.channels.ReadableByteChannel}: the same as a channel.
     *   <li>{@code java.nio.channels.SeekableByteChannel}: at any position, backwards too.
     *       Read-only. Its size may be known no sooner than the last byte.
     *   <li>{@link org.bindhost.storage.LockBytes}: at any offset, for any number of threads, and
     *       never waiting.
     *   <li>{@code java.nio.file.Path}: a complete local file, there at the last notice (D-25). It
     *       is the named file itself where the name is of a local file, and otherwise a temporary
     *       one that is deleted when the context closes. It is to be read, and not written to. In a
     *       pull, asking for it is asking for all.
     *   <li>{@code java.util.concurrent.Flow.Publisher} of {@code ByteBuffer}: for one subscriber.
     *       A buffer is read-only and valid until {@code onNext} returns; {@code request} counts
     *       buffers, none larger than 64 KiB.
     * </ul>
     *
     * <p>A stream and a channel wait for what has not come, except on a thread of the engine and in
     * callbacks of their own bind, where they throw {@link org.bindhost.storage.PendingException}
     * (D-21). In a pull, what is read in order is fetched a portion at a time, the next when the
     * last was read (E-02); what is read at any position is fetched before the rest, and nothing
     * else is, as far as the driver gives ranges under one strong validator (D-24). Without those
     * the whole is fetched, up to where it is read.
     *
     * <p>Closing a result before all has come aborts a pull; a push goes on to its end, and what
     * would have been read is dropped. Equal requests of one requester that are under way at once
     * share one fetch, and each bind hears and reads what it would alone.
     *
     * <p>For writing, in mode {@code WRITE} or {@code APPEND}: {@code java.io.OutputStream}, or
     * {@code java.nio.channels.WritableByteChannel}. Closing it commits: what was written appears
     * whole, and {@code close} throws if it does not. To give up what was written, {@link
     * Binding#abort()} before closing; so does closing it while another thread writes. A write
     * waits until the bytes are taken, and while the bind is suspended; a thread that is
     * interrupted in it may go on later.
     *
     * <p>On a thread of the engine and in callbacks of its own bind a write does not wait. It
     * copies the bytes, which are written after it returned, or throws {@link
     * org.bindhost.storage.PendingException} and has taken none of them; a stream takes all bytes
     * of a call, a channel as many as are asked for. There {@code close} begins the commit once all
     * is written, and the outcome comes with {@code onStopBinding}.
     *
     * @param moniker the name
     * @param context the context; its callback decides how the bind is made
     * @param type the type of result wanted
     * @param <T> the type of result wanted
     * @return the result, or that it has been started
     * @throws BindException if the bind could not be made or, being synchronous, carried through;
     *     reason {@code UNSUPPORTED} if the type is none of those of the context's mode, in which
     *     case nothing was asked for (D-04)
     */
    <T> BindResult<T> bindToStorage(Moniker moniker, BindContext context, Class<T> type)
            throws BindException;

    /**
     * Binds a name to the object it denotes, which reaches an asynchronous client through {@link
     * BindStatusCallback#onObjectAvailable} (D-43, D-47). The callback hears nothing of data
     * (D-44), and of an object that runs already no progress either (D-42).
     *
     * @param moniker the name
     * @param context the context; its callback decides how the bind is made
     * @param type what the object is wanted as
     * @param <T> what the object is wanted as
     * @return the object, or that the bind has been started
     * @throws BindException if the bind could not be made or, being synchronous, carried through;
     *     reason {@code UNSUPPORTED} if the class of the name makes no such objects
     */
    <T> BindResult<T> bindToObject(Moniker moniker, BindContext context, Class<T> type)
            throws BindException;

    /**
     * Watches what a name denotes, as far as the platform tells of changes. Nothing is read:
     * whoever hears of a change binds again. A watch belongs to the bundle that asked for it and
     * ends with it.
     *
     * @param moniker the name, of one part; what it denotes need not exist
     * @param listener who is told
     * @return what ends the watch: once its {@code close} has returned, no call begins
     * @throws BindException if it cannot be watched: reason {@code UNSUPPORTED} if names of its
     *     class cannot be, {@code NO_DRIVER} if the class is not present, {@code WOULD_WAIT} on a
     *     thread of the engine
     */
    default Registration watch(Moniker moniker, ChangeListener listener) throws BindException {
        throw new BindException(
                BindException.Reason.UNSUPPORTED, moniker + " cannot be watched by this binder");
    }
}
