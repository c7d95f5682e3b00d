package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.Optional;

/**
 * A server in a simulation.
 *
 * @param origin what it is called
 * @param bytesPerSecond how fast it sends each transfer; 0 for a server that never answers
 */
record SimServer(String origin, long bytesPerSecond) {

    static final long FAST = 1L << 40;

    static SimServer fast(String origin) {
        return new SimServer(origin, FAST);
    }

    static SimServer dead(String origin) {
        return new SimServer(origin, 0);
    }

    boolean isDead() {
        return bytesPerSecond == 0;
    }

    long canSend(Duration time) {
        return bytesPerSecond * time.toMillis() / 1_000;
    }

    Optional<String> name() {
        return Optional.of(origin);
    }
}
