package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

/** Finds what a driver or a server left behind. */
final class Leaks {

    private Leaks() {}

    /** To be called when both are closed. */
    static void check() {
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(Thread::isAlive)
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("bindhost-") || name.startsWith("fault-server"));
    }
}
