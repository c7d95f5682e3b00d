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
 */
record SimSpec(String name, long size, Priority priority, Optional<String> document) {

    static final long ENDLESS = 1L << 50;

    static SimSpec endless(String name, Priority priority) {
        return new SimSpec(name, ENDLESS, priority, Optional.empty());
    }

    SimSpec of(String itsDocument) {
        return new SimSpec(name, size, priority, Optional.of(itsDocument));
    }

    SimSpec sized(long bytes) {
        return new SimSpec(name, bytes, priority, document);
    }
}
