package org.bindhost.moniker;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The objects that run under a name; a service. In a framework it is the service registry seen
 * through names: any service with the property {@link #NAME} runs under that name for as long as it
 * is registered. Objects that are no services are registered here.
 *
 * <p>A running object is found by parsing its name and by binding to it (B-28). Of
 * several under equal names the one with the highest {@code service.ranking} is found, and of those
 * the oldest.
 *
 * <p><b>Life.</b> What a bundle registers is gone when the bundle stops.
 *
 * <p><b>Threads.</b> Any thread may call any method. Services are called, if at all, on the
 * caller's thread.
 *
 * <p><b>Source.</b> {@code IRunningObjectTable} (C-14 to C-18).
 */
@ProviderType
public interface RunningObjects {

    /**
     * Service property, a {@code String}, a {@code String[]} or a collection of strings: the
     * display names that the service runs under.
     */
    String NAME = "moniker.running";

    /** Whether being registered keeps an object alive. */
    enum Strength {
        /** It does, until the registration is closed. */
        STRONG,
        /** It does not: once the object was collected, nothing runs under its name. */
        WEAK
    }

    /**
     * Registers an object under a name, which is {@link Monikers#reduce reduced} before.
     *
     * @param name the name
     * @param object the object
     * @param strength whether the registration keeps the object alive
     * @return the registration, to be closed when the object runs no longer
     * @throws BindException if the name cannot be reduced
     */
    RunningRegistration register(Moniker name, Object object, Strength strength)
            throws BindException;

    /**
     * Finds the object that runs under a name equal to this one.
     *
     * @param name the name
     * @param type what the object is wanted as
     * @param <T> what the object is wanted as
     * @return the object, or empty if nothing of that type runs under the name
     */
    <T> Optional<T> find(Moniker name, Class<T> type);

    /**
     * Tells whether anything runs under a name equal to this one (B-27).
     *
     * @param name the name
     * @return {@code true} if something does
     */
    boolean isRunning(Moniker name);

    /**
     * Lists what runs at the moment.
     *
     * @return the names, a snapshot; one of several objects is listed once for each (C-18)
     */
    List<Moniker> names();
}
