package org.bindhost.core.drivers;

import java.util.List;
import java.util.Optional;

/**
 * What a driver says of itself when it is added.
 *
 * @param monikerClass the class of names it drives; empty if it says none
 * @param name what it is called in messages and lists
 * @param schemes the schemes it says are its own
 * @param ranking its rank among drivers; higher goes first
 */
public record DriverTraits(String monikerClass, String name, List<String> schemes, int ranking) {

    public DriverTraits {
        schemes = List.copyOf(schemes);
    }

    /** Says why a driver with these traits cannot be used. */
    Optional<String> failure(String ownName) {
        if (monikerClass.isEmpty()) {
            return Optional.of("it has no service property moniker.class");
        }
        return monikerClass.equals(ownName)
                ? Optional.empty()
                : Optional.of(
                        "it calls itself " + ownName + " but is registered as " + monikerClass);
    }
}
