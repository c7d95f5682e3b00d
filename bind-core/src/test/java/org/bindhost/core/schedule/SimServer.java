package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.Optional;

/**
 * A server in a simulation.
 *
 * @param origin what it is called
 * @param bytesPerSecond how fast it sends each transfer; 0 for a server that never answers
 * @param connection what its transfers share
 */
record SimServer(String origin, long bytesPerSecond, SimConnection connection) {

    static final long FAST = 1L << 40;

    static SimServer fast(String origin) {
        return new SimServer(origin, FAST, SimConnection.EACH_ITS_OWN);
    }

    static SimServer dead(String origin) {
        return new SimServer(origin, 0, SimConnection.EACH_ITS_OWN);
    }

    SimServer sending(long itsBytesPerSecond) {
        return new SimServer(origin, itsBytesPerSecond, connection);
    }

    SimServer over(SimConnection itsConnection) {
        return new SimServer(origin, bytesPerSecond, itsConnection);
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
