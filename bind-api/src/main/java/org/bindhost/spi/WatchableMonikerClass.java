package org.bindhost.spi;

import org.bindhost.bind.BindException;
import org.bindhost.bind.Registration;
import org.bindhost.moniker.MonikerPart;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The ability of a {@link MonikerClass} to notice that what its names denote has changed, without
 * asking again and again, as far as the platform tells. A driver bounds how many watches it has,
 * needs no thread for each, and when its service goes leaves nothing of them.
 *
 * <p>Source: {@code IDataObject::DAdvise}, without the data.
 */
@ConsumerType
public interface WatchableMonikerClass {

    /**
     * Watches what a name denotes, whether it exists or not. May wait as long as asking the file
     * system takes, whatever {@link MonikerClass#mayWait()} says.
     *
     * @param name a name of this class
     * @param watcher whom to tell
     * @return what ends the watch; once its {@code close} has returned, no call to the watcher
     *     begins
     * @throws BindException if it cannot be watched: reason {@code UNSUPPORTED} if the platform
     *     does not tell or there are too many watches already, {@code NOT_FOUND} if the place it
     *     would be in does not exist
     */
    Registration watch(MonikerPart name, Watcher watcher) throws BindException;

    /**
     * Whom a driver tells; the engine's side. Any thread may call any method; neither waits nor
     * throws.
     */
    @ConsumerType
    interface Watcher {

        /** Something has changed, or may have; several changes may be told as one. */
        void changed();

        /**
         * The watch has ended by itself; nothing follows.
         *
         * @param why why
         */
        void ended(BindException why);
    }
}
