package org.bindhost.core.running;

import java.util.Optional;

/** Something that runs, found when it is asked for. */
@FunctionalInterface
public interface RunningObject {

    /** The object; empty if it has gone meanwhile. May call foreign code. */
    Optional<Object> get();

    /** Whether it is there, found out without making it. */
    default boolean isThere() {
        return get().isPresent();
    }
}
