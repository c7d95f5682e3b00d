package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class TurnByTurnTest {

    private final TurnByTurn turns = new TurnByTurn();
    private final List<String> ran = new ArrayList<>();

    @Test
    void runsNothingUntilTold() {
        turns.execute(() -> ran.add("a"));

        assertThat(ran).isEmpty();
        assertThat(turns.waiting()).isEqualTo(1);
    }

    @Test
    void runsOneTurnAtATimeInOrder() {
        turns.execute(() -> ran.add("a"));
        turns.execute(() -> ran.add("b"));

        turns.runNext();

        assertThat(ran).containsExactly("a");
    }

    @Test
    void runsWhatIsHandedInMeanwhile() {
        turns.execute(() -> turns.execute(() -> ran.add("later")));

        turns.runAll();

        assertThat(ran).containsExactly("later");
    }

    @Test
    void hasNoNextTurnWhenNoneWaits() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(turns::runNext);
    }

    @Test
    void stopsARunaway() {
        turns.execute(this::again);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(turns::runAll)
                .withMessageContaining("1000 turns");
    }

    private void again() {
        turns.execute(this::again);
    }
}
