package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of moves, row by row. */
class BindLifeTest {

    private static final BindOutcome ABORTED = new BindOutcome.Aborted();

    private final BindLife life = new BindLife();

    @ParameterizedTest
    @CsvSource({
        "STARTING,COMPLETED,false", "STARTING,FAILED,true", "STARTING,ABORTED,true",
        "ACTIVE,COMPLETED,true", "ACTIVE,FAILED,true", "ACTIVE,ABORTED,true",
        "SUSPENDED,COMPLETED,true", "SUSPENDED,FAILED,true", "SUSPENDED,ABORTED,true",
        "COMPLETED,ABORTED,false", "FAILED,ABORTED,false", "ABORTED,FAILED,false"
    })
    void endsAsTheTableSays(BindState from, BindState to, boolean allowed) {
        bring(from);

        assertThat(life.end(outcome(to))).isEqualTo(allowed);

        assertThat(life.state()).isEqualTo(allowed ? to : from);
        assertThat(life.outcome().isPresent()).isEqualTo(life.state().isTerminal());
    }

    @Test
    void suspendsOnlyWhatIsActiveAndResumesOnlyWhatIsSuspended() {
        assertThat(life.suspend()).isFalse();
        assertThat(life.start()).isTrue();
        assertThat(life.start()).isFalse();
        assertThat(life.resume()).isFalse();
        assertThat(life.suspend()).isTrue();
        assertThat(life.suspend()).isFalse();
        assertThat(life.resume()).isTrue();
    }

    /** Chance decides how the two threads meet, so it is tried often; one bad round fails it. */
    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void ofTwoThreadsOneEndsIt() throws Exception {
        int rounds = 50_000;
        var arrived = new AtomicInteger();
        var lives = Stream.generate(BindLife::new).limit(rounds).toList();
        var wins = new AtomicIntegerArray(rounds);
        Callable<Void> racer =
                () -> {
                    for (int round = 0; round < rounds; round++) {
                        arrived.incrementAndGet();
                        // a parking barrier would set them off too far apart
                        for (int spins = 0; arrived.get() < 2 * (round + 1); spins++) {
                            if (spins > 100_000) {
                                LockSupport.parkNanos(1); // the other has no core just now
                            }
                        }
                        if (lives.get(round).end(ABORTED)) {
                            wins.incrementAndGet(round);
                        }
                    }
                    return null;
                };
        var pool = Executors.newFixedThreadPool(2);
        try {
            for (var done : pool.invokeAll(List.of(racer, racer))) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(IntStream.range(0, rounds).map(wins::get)).containsOnly(1);
    }

    private void bring(BindState to) {
        if (to != BindState.STARTING) {
            life.start();
        }
        if (to == BindState.SUSPENDED) {
            life.suspend();
        }
        if (to.isTerminal()) {
            life.end(outcome(to));
        }
    }

    private static BindOutcome outcome(BindState state) {
        if (state == BindState.COMPLETED) {
            return new BindOutcome.Completed(1);
        }
        return state == BindState.ABORTED
                ? ABORTED
                : new BindOutcome.Failed(new BindException(Reason.BROKEN, "broken"));
    }
}
