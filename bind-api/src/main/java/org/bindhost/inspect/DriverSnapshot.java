package org.bindhost.inspect;

import java.util.List;
import java.util.Optional;

/**
 * A driver as the engine sees it.
 *
 * @param monikerClass the class of names it says it drives; empty if it says none
 * @param name what the driver is called: its bundle's symbolic name and version, or its Java class
 *     without OSGi
 * @param schemes the schemes it says are its own
 * @param ranking its service ranking
 * @param isAsynchronous whether its names are of things that may have to be waited for
 * @param inUse whether names of its class are bound by this driver
 * @param failure why the driver cannot be used, or empty if it can
 */
public record DriverSnapshot(
        String monikerClass,
        String name,
        List<String> schemes,
        int ranking,
        boolean isAsynchronous,
        boolean inUse,
        Optional<String> failure) {

    /** Copies the schemes. */
    public DriverSnapshot {
        schemes = List.copyOf(schemes);
    }
}
