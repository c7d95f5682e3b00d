package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which classes hold back which, where no rate is set: those of one origin. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrecedenceTest {

    private static final long PLENTY = 1L << 20;
    private static final long WINDOW = 128 * 1024;
    private static final long SHARE = 16 * 1024;

    private final ManualClock clock = new ManualClock();
    private final Scheduler scheduler =
            new Scheduler(clock, this::after, new Limits(64, 0, Sharing.DEFAULT));

    private Registration after(long nanos, Runnable task) {
        Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
        return takeBack::run;
    }

    private Hand urgent(String origin) {
        return new Hand(scheduler, Priority.URGENT, "").wanting(origin, PLENTY);
    }

    private Hand normal(String origin) {
        return new Hand(scheduler, Priority.NORMAL, "").wanting(origin, PLENTY);
    }

    @Test
    void whoCompetesWithNobodyIsGrantedAllItWants() {
        assertThat(urgent("a").granted).isEqualTo(PLENTY);
        assertThat(normal("b").granted).isEqualTo(PLENTY);
        assertThat(normal("b").granted).isEqualTo(PLENTY);
    }

    @Test
    void theLessUrgentOfTheSameOriginIsHeldBack() {
        urgent("a");

        assertThat(normal("a").granted).isEqualTo(SHARE);
        assertThat(normal("a").granted).isZero();
    }

    /** Files, say: nobody knows that they get in each other's way. */
    @Test
    void thoseWithoutAnOriginHoldNobodyBack() {
        var urgent = new Hand(scheduler, Priority.URGENT, "");
        urgent.ticket.open();
        urgent.ticket.want(PLENTY);
        urgent.ticket.opened();
        var normal = new Hand(scheduler, Priority.NORMAL, "");
        normal.ticket.open();
        normal.ticket.want(PLENTY);
        normal.ticket.opened();

        assertThat(urgent.granted).isEqualTo(PLENTY);
        assertThat(normal.granted).isEqualTo(PLENTY);
    }

    @Test
    void whoeverPrecedesHasASmallWindow() {
        var normal = normal("a");
        var urgent = urgent("a");
        assertThat(urgent.granted).isEqualTo(WINDOW);

        normal.come();
        urgent.ticket.arrived(WINDOW / 2);
        assertThat(urgent.granted).isEqualTo(WINDOW * 3 / 2);
    }

    /** One byte in twenty, in grants of 16 KiB. */
    @Test
    void whoeverIsHeldBackHasAShare() {
        var urgent = urgent("a");
        var normal = normal("a");

        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMillis(10));
            urgent.come();
            urgent.ticket.want(PLENTY);
            normal.come();
        }

        assertThat(normal.granted).isBetween(urgent.granted / 22, urgent.granted / 19);
    }

    @Test
    void aSlowUrgentOneLeavesAGrantASecond() {
        var urgent = urgent("a");
        var normal = normal("a");

        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofMillis(100));
            urgent.ticket.arrived(1);
            normal.come();
        }

        assertThat(normal.granted).isBetween(10 * SHARE, 11 * SHARE);
    }

    @Test
    void oneThatDoesNotMoveHoldsNobodyBackForLong() {
        urgent("a");
        var normal = normal("a");

        clock.advance(Duration.ofMillis(499));
        assertThat(normal.granted).isEqualTo(SHARE);
        clock.advance(Duration.ofMillis(2));
        assertThat(normal.granted).isEqualTo(PLENTY);
    }

    @Test
    void oneThatIsOverHoldsNobodyBack() {
        var urgent = urgent("a");
        var normal = normal("a");

        urgent.ticket.close();

        assertThat(normal.granted).isEqualTo(PLENTY);
    }

    /** Though something is still on its way to it. */
    @Test
    void oneThatIsSuspendedHoldsNobodyBack() {
        var urgent = urgent("a");
        var normal = normal("a");

        urgent.ticket.suspend();

        assertThat(normal.granted).isEqualTo(PLENTY);
    }

    @Test
    void oneWhosePriorityIsLoweredHoldsNobodyBack() {
        var urgent = urgent("a");
        var normal = normal("a");

        urgent.ticket.priority(Priority.NORMAL);

        assertThat(normal.granted).isEqualTo(PLENTY);
    }

    /** What it does not take because of its own rate others may have. */
    @Test
    void oneWhoseDocumentHasARateHoldsNobodyBack() {
        scheduler.documentRate("slow", 10_000);
        new Hand(scheduler, Priority.URGENT, "slow").wanting("a", PLENTY);

        assertThat(normal("a").granted).isEqualTo(PLENTY);
    }

    @Test
    void whoeverWasHeldBackGoesOnWhenARateIsSet() {
        var urgent = urgent("a");
        var normal = normal("a");
        assertThat(normal.granted).isEqualTo(SHARE);
        urgent.come(); // and wants nothing more

        scheduler.limits(new Limits(64, 1_000_000, Sharing.DEFAULT));

        assertThat(normal.granted).isGreaterThan(SHARE);
    }
}
