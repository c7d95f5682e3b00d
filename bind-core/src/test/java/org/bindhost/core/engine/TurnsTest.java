package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.testkit.TurnByTurn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns of one binding, on executors that many share: D-12. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TurnsTest {

    private static final int TURNS = 100_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    /** Two threads post as fast as they can, four run; an overlap or a wrong order shows. */
    @Test
    void turnsNeverOverlapAndKeepTheirOrder() throws Exception {
        var turns = new Turns(pool, pool, () -> {});
        var inside = new AtomicInteger();
        var overlaps = new AtomicInteger();
        List<List<Integer>> ran = List.of(new ArrayList<>(), new ArrayList<>());
        var done = new CountDownLatch(2 * TURNS);

        Thread[] posters = new Thread[2];
        for (int p = 0; p < posters.length; p++) {
            List<Integer> mine = ran.get(p);
            posters[p] =
                    new Thread(
                            () -> {
                                for (int i = 0; i < TURNS; i++) {
                                    int number = i;
                                    turns.post(
                                            () -> {
                                                if (inside.incrementAndGet() > 1) {
                                                    overlaps.incrementAndGet();
                                                }
                                                mine.add(number);
                                                inside.decrementAndGet();
                                                done.countDown();
                                            });
                                }
                            });
            posters[p].start();
        }
        done.await();

        assertThat(overlaps).hasValue(0);
        assertThat(ran).allSatisfy(numbers -> assertThat(numbers).isSorted().hasSize(TURNS));
    }

    @Test
    void aTurnPostedFromWithinATurnComesAfterIt() {
        var hand = new TurnByTurn();
        var turns = new Turns(hand, hand, () -> {});
        var heard = new ArrayList<String>();

        turns.post(
                () -> {
                    turns.post(() -> heard.add("inner"));
                    heard.add("outer");
                });
        hand.runAll();

        assertThat(heard).containsExactly("outer", "inner");
    }

    @Test
    void knowsTheThreadOfItsTurn() {
        var hand = new TurnByTurn();
        var turns = new Turns(hand, hand, () -> {});
        var seen = new ArrayList<Boolean>();

        turns.post(() -> seen.add(turns.isCurrent()));
        hand.runAll();
        seen.add(turns.isCurrent());

        assertThat(seen).containsExactly(true, false);
    }

    /** A client's executor may be shut down; the stop must reach the client all the same. */
    @Test
    void anExecutorThatRefusesIsReplaced() {
        var hand = new TurnByTurn();
        var refusals = new AtomicInteger();
        var turns =
                new Turns(
                        task -> {
                            throw new RejectedExecutionException("closed");
                        },
                        hand,
                        refusals::incrementAndGet);
        var heard = new ArrayList<String>();

        turns.post(() -> heard.add("ran"));
        hand.runAll();

        assertThat(heard).containsExactly("ran");
        assertThat(refusals).hasValue(1);
    }
}
