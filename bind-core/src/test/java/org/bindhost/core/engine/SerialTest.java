package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.core.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One action after another, whoever brings them. */
@Timeout(60)
class SerialTest {

    private final Serial serial = new Serial();
    private final List<String> ran = new ArrayList<>();
    private final Race race = new Race();

    @AfterEach
    void endTheRace() {
        race.close();
    }

    @Test
    void whatComesDuringAnActionRunsAfterIt() {
        serial.run(
                () -> {
                    serial.run(() -> ran.add("second"));
                    ran.add("first");
                });

        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void anActionThatThrowsDoesNotKeepTheNextFromRunning() {
        serial.run(
                () -> {
                    throw new IllegalStateException("a planted failure");
                });

        serial.run(() -> ran.add("next"));

        assertThat(ran).containsExactly("next");
    }

    @Test
    void anErrorDoesNotKeepTheNextFromRunning() {
        serial.run(
                () -> {
                    serial.run(() -> ran.add("during"));
                    throw new AssertionError("a planted error");
                });

        serial.run(() -> ran.add("next"));

        assertThat(ran).containsExactly("during", "next");
    }

    @Test
    void ofActionsFromTwoThreadsNoneIsLostAndNoneOverlaps() {
        var inside = new AtomicInteger();
        Runnable action = () -> ran.add(inside.incrementAndGet() + "" + inside.decrementAndGet());
        int rounds = 2_000;

        for (int round = 0; round < rounds; round++) {
            race.between(round % 20, () -> serial.run(action), () -> serial.run(action));
        }

        assertThat(ran).hasSize(2 * rounds).containsOnly("10");
    }
}
