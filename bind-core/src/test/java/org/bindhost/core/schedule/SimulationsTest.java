package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * Hours of traffic on a simulated clock, with bytes counted while they move: F-03, F-05. The tables
 * are those of {@code docs/simulations.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SimulationsTest {

    private static final long KB = Scenarios.KB;
    private static final long MB = Scenarios.MB;

    private final SimulationPage page = new SimulationPage();

    @Test
    void thePageIsWhatTheSimulationsGive() throws IOException {
        Files.writeString(Path.of("target", "simulations.md"), page.text());

        assertThat(Path.of("..", "docs", "simulations.md")).hasContent(page.text());
    }

    /** F-03, F-05: on a link whose rate nobody knows, from when it has drained. */
    @Test
    void prioritiesFlippedHalfWayFlipWhoMoves() {
        SimTable table = page.table("flipped");

        long second = 250 * KB;
        assertThat(table.at(3, "U1")).isGreaterThan(120 * second * 9 / 10);
        assertThat(table.between(5, 8, "B5")).isGreaterThan(90 * second * 9 / 10);
        assertThat(table.between(4, 5, "B5")).isGreaterThan(30 * second * 85 / 100);
        assertThat(table.between(5, 8, "U1")).isLessThan(90 * second / 20);
    }

    /** T8: nine tenths of the bytes go to the urgent one, from 200 ms after it became that. */
    @Test
    void prioritiesFlippedUnderARateFlipWhoMovesAtOnce() {
        SimTable table = page.table("flippedRate");

        assertThat(table.at(3, "U1")).isGreaterThan(120 * MB * 9 / 10);
        assertThat(table.between(4, 5, "B5")).isGreaterThan(30 * MB * 9 / 10);
        assertThat(table.between(5, 8, "B5")).isGreaterThan(90 * MB * 9 / 10);
    }

    @Test
    void aSlowUrgentOneHoldsBackItsOwnOriginOnly() {
        SimTable table = page.table("slowUrgent");

        assertThat(table.at(1, "urgent")).isCloseTo(60 * 5 * KB, within(5 * KB));
        assertThat(table.between(0, 1, "4 of another")).isGreaterThan(30 * 10 * MB * 9 / 10);
        assertThat(table.between(0, 1, "4 of its origin")).isBetween(30 * 15 * KB, 30 * 20 * KB);
        assertThat(table.between(2, 3, "4 of its origin")).isGreaterThan(30 * 10 * MB * 45 / 100);
    }

    @Test
    void oneUrgentGoesBeforeAThousandInTheBackground() {
        SimTable table = page.table("thousandRate");

        assertThat(table.between(1, 2, "urgent")).isGreaterThan(60 * 8 * MB * 9 / 10);
        assertThat(table.between(1, 2, "background")).isPositive();
        assertThat(table.at(7, "#complete")).isEqualTo(1_000);
    }

    /** Nobody knows what the link can do, and so nobody else is touched. */
    @Test
    void withoutARateItHasItsPlaceAmongAThousand() {
        SimTable table = page.table("thousand");

        assertThat(table.between(1, 2, "urgent")).isGreaterThan(60 * 10 * MB / 64 * 9 / 10);
        assertThat(table.at(7, "#complete")).isEqualTo(1_000);
    }

    @Test
    void aDeadOriginHoldsUpNobodyElse() {
        SimTable table = page.table("dead");

        for (int row = 0; row < 4; row++) {
            long all = 0;
            for (int i = 1; i <= 4; i++) {
                all += table.at(row, "good " + i);
            }
            assertThat(all).isCloseTo(80 * MB * (row + 1), within(2 * MB));
        }
        assertThat(table.at(4, "dead")).isZero();
    }

    @Test
    void theNumberOfTransfersFollowsALimitChangedMeanwhile() {
        SimTable table = page.table("cap");

        assertThat(table.at(2, "#places")).isEqualTo(8);
        assertThat(table.at(5, "#places")).isEqualTo(2);
        assertThat(table.at(6, "#places")).isEqualTo(32);
        assertThat(table.at(8, "all")).isGreaterThan(178 * MB);
    }

    /** Whoever holds up a connection that others share goes on, so that they can. */
    @Test
    void bodiesThatShareAFiniteWindowAllComeToTheirEnd() {
        assertThat(page.table("window").at(4, "#complete")).isEqualTo(40);
        assertThat(page.table("windowLeft").at(4, "#complete")).isEqualTo(28);
        assertThat(page.table("windowLeft").at(4, "#open")).isEqualTo(12);
    }

    @Test
    void weightsDecideTheSharesUnderARate() {
        SimTable table = page.table("weights");

        for (int row = 1; row < 4; row++) {
            double unit = (row + 1) * 600.0 * 500 * KB / 120;
            for (int weight = 8; weight <= 64; weight *= 2) {
                double share = table.at(row, "w" + weight) / unit;
                assertThat(share / weight).isCloseTo(1, within(0.01));
            }
        }
    }

    @Test
    void documentsKeepTheirRatesUnderTheRateOfAll() {
        SimTable table = page.table("documents");

        assertThat(table.between(0, 3, "a (200 kB/s)")).isCloseTo(36 * MB, within(MB / 2));
        assertThat(table.between(0, 3, "b (100 kB/s)")).isCloseTo(18 * MB, within(MB / 2));
        assertThat(table.between(0, 3, "c (no limit)")).isCloseTo(126 * MB, within(MB));
        assertThat(table.between(4, 5, "a (200 kB/s)")).isGreaterThan(30 * MB);
        assertThat(table.between(4, 5, "b (100 kB/s)")).isCloseTo(6 * MB, within(MB / 5));
    }

    @Test
    void suspendingADocumentAndATransferCompose() {
        SimTable table = page.table("suspended");

        assertThat(table.between(2, 5, "a1")).isZero();
        assertThat(table.between(2, 5, "a3")).isZero();
        assertThat(table.between(2, 5, "b")).isCloseTo(90 * MB, within(MB));
        assertThat(table.between(5, 7, "a1")).isGreaterThan(19 * MB);
        assertThat(table.between(5, 7, "a2")).isZero();
        assertThat(table.between(7, 9, "a2")).isGreaterThan(14 * MB);
        for (String name : new String[] {"a1", "a2", "a3", "b"}) {
            assertThat(table.between(10, 11, name)).isZero();
            assertThat(table.between(11, 13, name)).isGreaterThan(14 * MB);
        }
    }

    @Test
    void nothingStarves() {
        for (String key : new String[] {"starving", "starvingRate"}) {
            SimTable table = page.table(key);

            long all = 0;
            for (String column : new String[] {"urgent", "normal", "background"}) {
                assertThat(table.between(2, 3, column)).isPositive();
                all += table.between(2, 3, column);
            }
            assertThat(table.between(2, 3, "normal")).isCloseTo(all / 21, within(all / 100));
            assertThat(table.between(2, 3, "urgent")).isGreaterThan(all * 9 / 10);
            assertThat(table.at(3, "#of 8 that moved")).isEqualTo(8);
        }
    }

    @Test
    void aClassStarvesIfThatIsConfigured() {
        SimTable table = page.table("strict");

        assertThat(table.at(3, "normal")).isZero();
        assertThat(table.at(3, "background")).isZero();
        assertThat(table.at(3, "urgent")).isCloseTo(40 * 60 * 500 * KB, within(MB));
    }
}
