package org.bindhost.core.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns with stars. */
class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true",
        "a.b, axb, false",
        "*.b, a.b, true",
        "*.b, .b, true",
        "*.b, b, false",
        "*.b, a.b.c, false",
        "a*c*e, abcde, true",
        "a*c*e, abcdef, false",
        "*, '', true",
        "'', '', true",
        "'', a, false",
        "a**, a, true",
        "*aab, aaaab, true",
    })
    void aStarStandsForAnything(String pattern, String text, boolean matches) {
        assertThat(new Glob(pattern).matches(text)).isEqualTo(matches);
    }

    /** Else a stranger's name could keep the engine busy. */
    @Test
    @Timeout(value = 10, unit = SECONDS)
    void aLongTextCostsNoMoreThanItsLengthTimesThePattern() {
        var glob = new Glob("*a*a*a*a*a*a*a*a*b");

        assertThat(glob.matches("a".repeat(100_000))).isFalse();
    }
}
