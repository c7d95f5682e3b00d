package org.bindhost.core.schedule;

import java.util.Optional;
import org.bindhost.bind.Priority;

/**
 * What a transfer of a simulation is.
 *
 * @param name what it is called in tables
 * @param size how many bytes it has
 * @param priority how urgent it is at first
 * @param document for which document it is
 * @param reader how many bytes a second are read of a pull; of a push as many as come
 */
record SimSpec(String name, long size, Priority priority, Optional<String> document, long reader) {

    static final long ENDLESS = 1L << 50;
    static final long PUSH = -1;
    static final long STOPS = 0;

    static SimSpec endless(String name, Priority priority) {
        return new SimSpec(name, ENDLESS, priority, Optional.empty(), PUSH);
    }

    SimSpec named(String itsName) {
        return new SimSpec(itsName, size, priority, document, reader);
    }

    SimSpec of(String itsDocument) {
        return new SimSpec(name, size, priority, Optional.of(itsDocument), reader);
    }

    SimSpec sized(long bytes) {
        return new SimSpec(name, bytes, priority, document, reader);
    }

    /** A pull that is read so fast; one that {@link #STOPS} is left after its first portion. */
    SimSpec pulled(long bytesPerSecond) {
        return new SimSpec(name, size, priority, document, bytesPerSecond);
    }
}
