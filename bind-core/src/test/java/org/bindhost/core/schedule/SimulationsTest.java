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

    /** T8: nine tenths of the bytes go to the urgent one, from the moment it is that. */
    @Test
    void prioritiesFlippedHalfWayFlipWhoMoves() {
        SimTable table = page.table("flipped");

        long half = 4 * 30 * 250 * KB;
        assertThat(table.at(3, "U1")).isGreaterThan(half * 9 / 10);
        assertThat(table.between(4, 7, "B5")).isGreaterThan(3 * half / 4 * 9 / 10);
        assertThat(table.between(3, 4, "B5")).isGreaterThan(half / 4 * 85 / 100); // and the drain
        assertThat(table.between(4, 7, "U1")).isLessThan(half / 100);
    }

    @Test
    void oneUrgentGoesBeforeAThousandInTheBackground() {
        SimTable table = page.table("thousand");

        assertThat(table.between(3, 4, "urgent")).isGreaterThan(60 * 10 * MB * 9 / 10);
        assertThat(table.between(3, 4, "background")).isPositive();
        assertThat(table.at(10, "#complete")).isEqualTo(1_000);
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

        for (int row = 0; row < 9; row++) {
            long most = row < 3 ? 8 : row < 6 ? 2 : 16;
            assertThat(table.at(row, "#moving")).isEqualTo(most);
        }
        assertThat(table.at(8, "all")).isGreaterThan(178 * MB);
    }

    @Test
    void weightsDecideTheSharesUnderARate() {
        SimTable table = page.table("weightsRate");

        assertShares(table, 500 * KB, 0.01);
    }

    @Test
    void weightsDecideTheSharesOfPlacesWithoutARate() {
        SimTable table = page.table("weightsPlaces");

        assertShares(table, MB, 0.08);
    }

    private static void assertShares(SimTable table, long bytesPerSecond, double tolerance) {
        for (int row = 1; row < 4; row++) {
            double unit = (row + 1) * 600.0 * bytesPerSecond / 120;
            for (int weight = 8; weight <= 64; weight *= 2) {
                double share = table.at(row, "w" + weight) / unit;
                assertThat(share / weight).isCloseTo(1, within(tolerance));
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
            assertThat(table.between(2, 3, "normal")).isCloseTo(all / 33, within(all / 500));
            assertThat(table.between(2, 3, "urgent")).isGreaterThan(all * 9 / 10);
            assertThat(table.at(3, "#of 40 that moved"))
                    .isGreaterThan(table.at(0, "#of 40 that moved"));
        }
    }

    @Test
    void aClassStarvesIfThatIsConfigured() {
        SimTable table = page.table("strict");

        assertThat(table.at(3, "normal")).isZero();
        assertThat(table.at(3, "background")).isZero();
        assertThat(table.at(3, "urgent")).isCloseTo(80 * 60 * 500 * KB, within(MB));
    }
}
