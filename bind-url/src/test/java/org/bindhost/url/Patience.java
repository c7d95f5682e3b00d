package org.bindhost.url;

import java.time.Duration;
import java.util.Map;

/** Settings of tests that do not want to wait for long. */
final class Patience {

    static final Duration SHORT = Duration.ofMillis(300);
    static final Duration LONG = Duration.ofSeconds(50);

    private Patience() {}

    static HttpSettings of(Duration answer, Duration stall) {
        return settings(answer, stall, 16);
    }

    static HttpSettings oneConnection() {
        return settings(LONG, LONG, 1);
    }

    private static HttpSettings settings(Duration answer, Duration stall, int connections) {
        return HttpSettings.of(
                Map.of(
                        "connect.millis", LONG.toMillis(),
                        "lookup.millis", LONG.toMillis(),
                        "answer.millis", answer.toMillis(),
                        "stall.millis", stall.toMillis(),
                        "idle.millis", LONG.toMillis(),
                        "connections.per.origin", connections));
    }
}
