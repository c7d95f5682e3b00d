package org.bindhost.examples.clock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.spi.MonikerClass;
import org.bindhost.testkit.MonikerClassTests;
import org.junit.jupiter.api.Test;

/** The contract of every class, at a moment that does not pass. */
class ClockMonikerClassTest extends MonikerClassTests {

    private static final Clock MOMENT =
            Clock.fixed(Instant.parse("2026-11-20T23:30:00Z"), ZoneOffset.UTC);

    @Override
    protected MonikerClass monikerClass() {
        return new ClockMonikerClass(MOMENT);
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "clock:UTC",
                "It is Friday, 20 November 2026, 23:30:00, by the clocks of the time zone UTC.\n"
                        .getBytes(UTF_8),
                "clock:Europe/Berlin",
                ("It is Saturday, 21 November 2026, 00:30:00,"
                                + " by the clocks of the time zone Europe/Berlin.\n")
                        .getBytes(UTF_8));
    }

    @Override
    protected String missing() {
        return "clock:Nowhere/At_All";
    }

    @Override
    protected List<String> foreign() {
        return List.of("http://host/a", "clock:", "clocks:UTC", "UTC", "!clock:UTC");
    }

    /** What follows is left to classes of items. */
    @Test
    void aNameEndsWhereAnItemBegins() {
        var found = monikerClass().recognize("clock:UTC!hour", Optional.empty()).found();

        assertThat(found.orElseThrow().length()).isEqualTo("clock:UTC".length());
    }
}
