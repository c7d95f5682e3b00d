package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {

    private final ManualClock clock = new ManualClock();
    private final List<String> ran = new ArrayList<>();

    @Test
    void timeStandsStillUntilItIsAdvanced() {
        assertThat(clock.getAsLong()).isZero();

        clock.advance(Duration.ofMillis(2));

        assertThat(clock.getAsLong()).isEqualTo(2_000_000);
    }

    @Test
    void runsWhatFallsDueEarliestFirstAtItsOwnTime() {
        note("late", Duration.ofNanos(9));
        note("early", Duration.ofNanos(3));
        note("not yet", Duration.ofNanos(11));

        clock.advance(Duration.ofNanos(10));

        assertThat(ran).containsExactly("early at 3", "late at 9");
        assertThat(clock.getAsLong()).isEqualTo(10);
        assertThat(clock.waiting()).isEqualTo(1);
    }

    @Test
    void runsWhatIsAddedMeanwhileIfItFallsDue() {
        clock.after(Duration.ofNanos(1), () -> note("then", Duration.ofNanos(1)));

        clock.advance(Duration.ofNanos(2));

        assertThat(ran).containsExactly("then at 2");
    }

    @Test
    void whatIsTakenBackDoesNotRun() {
        var takeBack = clock.after(Duration.ofNanos(1), () -> ran.add("x"));

        takeBack.run();
        takeBack.run();
        clock.advance(Duration.ofNanos(2));

        assertThat(ran).isEmpty();
    }

    @Test
    void stopsARunaway() {
        again();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> clock.advance(Duration.ZERO))
                .withMessageContaining("1000 actions");
    }

    private void note(String what, Duration delay) {
        clock.after(delay, () -> ran.add(what + " at " + clock.getAsLong()));
    }

    private void again() {
        clock.after(Duration.ZERO, this::again);
    }
}
