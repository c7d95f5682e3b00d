package org.bindhost.bind;

import org.bindhost.moniker.Moniker;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears that what a name denotes has changed; the client's side of {@link Binder#watch}.
 *
 * <p><b>Threads.</b> Calls come one at a time, each happening-before the next, on threads of the
 * engine; they must not wait.
 *
 * <p><b>Source.</b> {@code IAdviseSink::OnDataChange}, without the data.
 */
@ConsumerType
public interface ChangeListener {

    /**
     * What the name denotes has changed, has appeared or has gone, once or several times since this
     * was last said; perhaps nothing has, where the platform does not tell more.
     *
     * @param name the name that is watched
     */
    void onChanged(Moniker name);

    /**
     * Nothing more will be heard, though the watch was not closed.
     *
     * @param name the name that was watched
     * @param why such as {@code DRIVER_GONE}, or {@code NOT_FOUND} if the place it was in has gone
     */
    default void onWatchEnded(Moniker name, BindException why) {}
}
