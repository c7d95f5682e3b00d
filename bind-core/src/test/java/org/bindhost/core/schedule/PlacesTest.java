package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who has a place, and for how long. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlacesTest {

    private final ManualClock clock = new ManualClock();

    private Scheduler scheduler(int transfers, long rate, Sharing sharing) {
        return new Scheduler(clock, this::after, new Limits(transfers, rate, sharing));
    }

    private Registration after(long nanos, Runnable task) {
        Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
        return takeBack::run;
    }

    private static Hand normal(Scheduler scheduler) {
        return new Hand(scheduler, Priority.NORMAL, "");
    }

    @Test
    void atAnOriginThatIsFullTheMoreUrgentComesNext() {
        var scheduler = scheduler(16, 0, new Sharing(1, 0, 0));
        var first = new Hand(scheduler, Priority.BACKGROUND, "").wanting("a", 100);
        var second = new Hand(scheduler, Priority.BACKGROUND, "").open("a");
        var urgent = new Hand(scheduler, Priority.URGENT, "").open("a");
        first.ticket.want(1_000_000);

        first.come();

        assertThat(urgent.mayOpen).isTrue();
        assertThat(second.mayOpen).isFalse();
    }

    /** It keeps its place until it is over, or what it has open would hold up others. */
    @Test
    void whoeverIsOpenGoesOnToItsEnd() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 1L << 40);
        var second = normal(scheduler).open("b");

        for (int second100 = 0; second100 < 100; second100++) {
            clock.advance(Duration.ofSeconds(1));
            first.come();
            first.ticket.want(1 << 20);
        }
        assertThat(second.mayOpen).isFalse();

        first.ticket.close();
        assertThat(second.mayOpen).isTrue();
    }

    @Test
    void aReaderThatLagsLosesNothing() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 100);
        var second = normal(scheduler).open("b");

        for (int portion = 1; portion <= 20; portion++) {
            first.come();
            clock.advance(Duration.ofMillis(1_900));
            first.ticket.want(100);
            assertThat(first.granted).isEqualTo(100L * (portion + 1));
        }

        assertThat(second.mayOpen).isFalse();
    }

    @Test
    void aReaderThatHasStoppedGivesItsPlaceToOneThatWaits() {
        var scheduler = scheduler(2, 0, new Sharing(1, 0, 0));
        var first = normal(scheduler).wanting("a", 100);
        first.come();
        clock.advance(Duration.ofMinutes(1)); // nobody waits
        var elsewhere = normal(scheduler).open("b");
        clock.advance(Duration.ofMinutes(1)); // nor does this one wait for that place
        assertThat(elsewhere.mayOpen).isTrue();
        assertThat(first.ticket.placed).isTrue();

        var second = normal(scheduler).open("a");

        assertThat(second.mayOpen).isTrue();
        assertThat(first.ticket.placed).isFalse();
    }

    @Test
    void aReaderIsWaitedForWhileItMayOnlyLag() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 100);
        var second = normal(scheduler).open("b");
        first.come();

        clock.advance(Duration.ofMillis(1_999));
        assertThat(second.mayOpen).isFalse();

        clock.advance(Duration.ofMillis(2));
        assertThat(second.mayOpen).isTrue();
    }

    @Test
    void whoeverHasSomethingOpenGoesBeforeThoseOfItsClassThatHaveNot() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 100);
        first.come();
        var second = normal(scheduler).open("a");
        var third = normal(scheduler).open("a");
        clock.advance(Duration.ofSeconds(3));
        assertThat(second.mayOpen).isTrue();

        first.ticket.want(50);
        second.ticket.close();

        assertThat(first.granted).isEqualTo(150);
        assertThat(third.mayOpen).isFalse();
    }

    /** One makes way for one, the least urgent first; the other goes on. */
    @Test
    void onlyTheLeastUrgentMakesWay() {
        var scheduler = scheduler(3, 0, Sharing.DEFAULT);
        var normal = normal(scheduler).wanting("a", 100);
        var older = new Hand(scheduler, Priority.BACKGROUND, "").wanting("b", 100);
        var newer = new Hand(scheduler, Priority.BACKGROUND, "").wanting("c", 100);
        var urgent = new Hand(scheduler, Priority.URGENT, "").open("d");

        for (Hand hand : List.of(normal, older, newer)) {
            hand.ticket.want(100);
        }
        assertThat(List.of(normal.granted, older.granted, newer.granted))
                .containsExactly(200L, 200L, 100L);
        assertThat(urgent.mayOpen).isFalse();

        newer.come();
        assertThat(urgent.mayOpen).isTrue();
        assertThat(newer.granted).isEqualTo(100);
    }

    @Test
    void whoeverWasToMakeWayGoesOnWhenThatIsNotWantedAnyMore() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = new Hand(scheduler, Priority.BACKGROUND, "").wanting("a", 100);
        var urgent = new Hand(scheduler, Priority.URGENT, "").open("b");
        first.ticket.want(100);
        assertThat(first.granted).isEqualTo(100);

        urgent.ticket.close();

        assertThat(first.granted).isEqualTo(200);
    }

    @Test
    void aSuspendedDocumentGivesUpThePlacesOfItsTransfers() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = new Hand(scheduler, Priority.NORMAL, "doc").wanting("a", 100);
        var second = normal(scheduler).open("a");
        scheduler.suspend("doc");
        first.ticket.want(100);
        assertThat(second.mayOpen).isFalse();

        first.come();
        assertThat(second.mayOpen).isTrue();
        assertThat(first.granted).isEqualTo(100);

        scheduler.resume("doc");
        second.ticket.close();
        assertThat(first.granted).isEqualTo(200);
    }

    @Test
    void aLimitThatIsLoweredTakesNobodysPlace() {
        var scheduler = scheduler(2, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 100);
        var second = normal(scheduler).wanting("a", 100);
        var third = normal(scheduler).open("a");

        scheduler.limits(new Limits(1, 0, Sharing.DEFAULT));
        first.ticket.want(100);
        second.ticket.want(100);
        assertThat(List.of(first.granted, second.granted)).containsExactly(200L, 200L);

        first.ticket.close();
        assertThat(third.mayOpen).isFalse();
        second.ticket.close();
        assertThat(third.mayOpen).isTrue();
    }

    @Test
    void whatNothingComesOfDoesNotFillItsOriginEither() {
        var scheduler = scheduler(64, 0, new Sharing(1, 0, 0));
        var silent = normal(scheduler).wanting("a", 100);
        var next = normal(scheduler).open("a");

        clock.advance(Duration.ofMillis(9_999));
        assertThat(next.mayOpen).isFalse();
        clock.advance(Duration.ofMillis(2));
        assertThat(next.mayOpen).isTrue();

        var third = normal(scheduler).open("a"); // the silent one speaks again, and counts
        silent.ticket.arrived(1);
        next.ticket.close();
        assertThat(third.mayOpen).isFalse();
    }

    @Test
    void oneThatNothingComesOfKeepsNobodyWaitingForLong() {
        var scheduler = scheduler(2, 0, Sharing.DEFAULT);
        normal(scheduler).open("dead 1");
        normal(scheduler).open("dead 2");
        var good = normal(scheduler).open("good");
        assertThat(good.mayOpen).isFalse();

        clock.advance(Duration.ofSeconds(25));

        assertThat(good.mayOpen).isTrue();
        assertThat(clock.waiting()).isZero();
    }

    @Test
    void oneThatMovesSlowlyKeepsItsPlace() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var slow = normal(scheduler).wanting("slow", 100_000);
        var next = normal(scheduler).open("next");

        for (int second = 0; second < 60; second++) {
            clock.advance(Duration.ofSeconds(1));
            slow.ticket.arrived(1);
        }

        assertThat(next.mayOpen).isFalse();
    }

    /** Only a driver at fault does this, and it shall not cost anybody a place. */
    @Test
    void bytesThatNobodyGrantedLeaveNoPlaceTaken() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var first = normal(scheduler).wanting("a", 100);
        var second = normal(scheduler).open("b");

        first.ticket.arrived(150);
        clock.advance(Duration.ofSeconds(3));

        assertThat(second.mayOpen).isTrue();
    }

    @Test
    void aLimitThatIsRaisedLetsMoreMoveAtOnce() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        normal(scheduler).open("a");
        var second = normal(scheduler).open("b");

        scheduler.limits(new Limits(2, 0, Sharing.DEFAULT));

        assertThat(second.mayOpen).isTrue();
    }
}
