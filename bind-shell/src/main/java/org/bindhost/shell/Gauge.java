package org.bindhost.shell;

import java.util.OptionalLong;

/**
 * How far a transfer has come.
 *
 * @param name the name as it was typed
 * @param bytes how many have come
 * @param expected how many there are, or empty if nobody knows
 * @param millis how long it has taken so far
 */
record Gauge(String name, long bytes, OptionalLong expected, long millis) {

    /** The share that has come, in percent, or empty if nobody knows of how much. */
    OptionalLong percent() {
        return expected.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        expected.getAsLong() == 0
                                ? 100
                                : Math.min(100, bytes * 100 / expected.getAsLong()));
    }

    /** Bytes per second so far. */
    long rate() {
        return millis == 0 ? 0 : bytes * 1000 / millis;
    }
}
