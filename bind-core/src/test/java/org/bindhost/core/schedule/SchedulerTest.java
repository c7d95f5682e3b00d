package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who moves, and how far: F-03 to F-05, by simulation on a clock in the test's hand. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SchedulerTest {

    private static final int RATE = 1_000_000;

    private final ManualClock clock = new ManualClock();
    private final Timer timer =
            (nanos, task) -> {
                Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
                return (Registration) takeBack::run;
            };

    /** Where a less urgent class has no share. */
    private static final Sharing STRICT = new Sharing(6, 0, 0);

    private Scheduler scheduler(int transfers, long bytesPerSecond) {
        return new Scheduler(clock, timer, new Limits(transfers, bytesPerSecond, STRICT));
    }

    /**
     * A transfer that writes down when it may open, and takes its bytes the moment they are
     * granted.
     */
    private static final class Mover implements Ticket.Holder {

        final Ticket ticket;
        final boolean atOnce;
        boolean open;
        long moved;
        long onTheirWay;

        Mover(Scheduler scheduler, Priority priority, boolean atOnce) {
            this.atOnce = atOnce;
            this.ticket = scheduler.enroll(priority, Optional.empty(), this);
            ticket.open();
        }

        @Override
        public void mayOpen() {
            open = true;
            ticket.opened();
        }

        @Override
        public void granted(long bytes) {
            onTheirWay += bytes;
            if (atOnce) {
                arrive(bytes);
            }
        }

        void arrive(long bytes) {
            onTheirWay -= bytes;
            moved += bytes;
            ticket.arrived(bytes);
        }
    }

    /** Opens and wants so much that there is always more to want. */
    private static Mover endless(Scheduler scheduler, Priority priority) {
        var mover = new Mover(scheduler, priority, true);
        mover.ticket.want(1L << 50);
        return mover;
    }

    @Test
    void noMoreHaveAPlaceThanThereAre() {
        var scheduler = scheduler(2, 0);
        var movers = new ArrayList<Mover>();
        for (int i = 0; i < 5; i++) {
            var mover = new Mover(scheduler, Priority.NORMAL, false);
            mover.ticket.want(10);
            movers.add(mover);
        }

        assertThat(movers).extracting(m -> m.onTheirWay).containsExactly(10L, 10L, 0L, 0L, 0L);

        movers.get(0).arrive(10);
        movers.get(0).ticket.close();
        assertThat(movers).extracting(m -> m.onTheirWay).containsExactly(0L, 10L, 10L, 0L, 0L);
    }

    /** F-03: of two that compete for a place, the higher one goes first. */
    @Test
    void theMoreUrgentGoesFirst() {
        var scheduler = scheduler(1, 0);
        var first = new Mover(scheduler, Priority.NORMAL, false);
        first.ticket.want(10);
        var background = new Mover(scheduler, Priority.BACKGROUND, false);
        background.ticket.want(10);
        var urgent = new Mover(scheduler, Priority.URGENT, false);
        urgent.ticket.want(10);

        first.arrive(10);

        assertThat(urgent.onTheirWay).isEqualTo(10);
        assertThat(background.open).isFalse();
    }

    /**
     * A holder less urgent than one that waits is granted no more until that one has had its turn.
     */
    @Test
    void aBusyHolderMakesRoomForTheMoreUrgent() {
        var scheduler = scheduler(1, 0);
        var background = new Mover(scheduler, Priority.BACKGROUND, false);
        background.ticket.want(10);
        var urgent = new Mover(scheduler, Priority.URGENT, false);
        urgent.ticket.want(10);

        background.ticket.want(10);
        assertThat(background.onTheirWay).isEqualTo(10);
        background.arrive(10);
        assertThat(background.onTheirWay).isZero();
        assertThat(urgent.onTheirWay).isEqualTo(10);

        urgent.arrive(10);
        urgent.ticket.close();
        assertThat(background.onTheirWay).isEqualTo(10);
    }

    /** F-05: while it waits. */
    @Test
    void aPriorityRaisedWhileQueuedDecidesTheOrder() {
        var scheduler = scheduler(1, 0);
        var first = new Mover(scheduler, Priority.NORMAL, false);
        first.ticket.want(10);
        var second = new Mover(scheduler, Priority.NORMAL, false);
        second.ticket.want(10);
        var third = new Mover(scheduler, Priority.NORMAL, false);
        third.ticket.want(10);

        third.ticket.priority(new Priority(PriorityClass.URGENT, 1));
        first.arrive(10);

        assertThat(third.onTheirWay).isEqualTo(10);
        assertThat(second.onTheirWay).isZero();
    }

    @Test
    void aSuspendedTransferIsGrantedNothingAndGivesUpItsPlace() {
        var scheduler = scheduler(1, 0);
        var first = new Mover(scheduler, Priority.NORMAL, false);
        first.ticket.want(10);
        var second = new Mover(scheduler, Priority.NORMAL, false);
        second.ticket.want(10);
        first.ticket.suspend();
        first.ticket.want(10);

        first.arrive(10);
        assertThat(second.onTheirWay).isEqualTo(10);

        first.ticket.resume();
        second.ticket.close();
        assertThat(first.onTheirWay).isEqualTo(10);
    }

    @Test
    void aTransferThatClosesGivesUpItsPlace() {
        var scheduler = scheduler(1, 0);
        var first = new Mover(scheduler, Priority.NORMAL, false);
        first.ticket.want(10);
        var second = new Mover(scheduler, Priority.NORMAL, false);
        second.ticket.want(10);

        first.ticket.close();

        assertThat(second.onTheirWay).isEqualTo(10);
    }

    @Test
    void theRateIsKept() {
        var scheduler = scheduler(16, RATE);
        var mover = endless(scheduler, Priority.NORMAL);

        long atStart = mover.moved;
        clock.advance(Duration.ofSeconds(10));

        assertThat(mover.moved - atStart).isCloseTo(10L * RATE, within((long) RATE / 10));
    }

    /** F-03 under a rate: what there is goes to the more urgent. */
    @Test
    void underARateTheMoreUrgentGetsItAll() {
        var scheduler = scheduler(16, RATE);
        var normal = endless(scheduler, Priority.NORMAL);
        clock.advance(Duration.ofSeconds(1));
        long before = normal.moved;
        var urgent = endless(scheduler, Priority.URGENT);

        clock.advance(Duration.ofSeconds(5));

        assertThat(normal.moved).isEqualTo(before);
        assertThat(urgent.moved).isCloseTo(5L * RATE, within((long) RATE / 5));
    }

    @Test
    void underARateWeightsDecideTheShares() {
        var scheduler = scheduler(16, RATE);
        var light = endless(scheduler, new Priority(PriorityClass.NORMAL, 10));
        var heavy = endless(scheduler, new Priority(PriorityClass.NORMAL, 30));
        long lightBefore = light.moved;
        long heavyBefore = heavy.moved;

        clock.advance(Duration.ofSeconds(5));

        double share = (double) (heavy.moved - heavyBefore) / (light.moved - lightBefore);
        assertThat(share).isCloseTo(3.0, within(0.15));
    }

    /** F-05: while it moves. */
    @Test
    void aPriorityFlippedHalfWayFlipsWhoMoves() {
        var scheduler = scheduler(16, RATE);
        var movers = new ArrayList<Mover>();
        for (int i = 0; i < 5; i++) {
            movers.add(endless(scheduler, Priority.NORMAL));
        }
        clock.advance(Duration.ofSeconds(5));
        List<Long> half = movers.stream().map(m -> m.moved).toList();

        movers.get(4).ticket.priority(Priority.URGENT);
        clock.advance(Duration.ofSeconds(5));

        assertThat(half).allSatisfy(m -> assertThat(m).isCloseTo((long) RATE, within(200_000L)));
        assertThat(movers.get(4).moved - half.get(4)).isCloseTo(5L * RATE, within(200_000L));
        assertThat(movers.get(0).moved).isEqualTo(half.get(0));
    }

    @Test
    void aRateChangedWhileRunningHoldsAtOnce() {
        var scheduler = scheduler(16, RATE);
        var mover = endless(scheduler, Priority.NORMAL);
        clock.advance(Duration.ofSeconds(1));
        long before = mover.moved;

        scheduler.limits(new Limits(16, 2 * RATE, STRICT));
        clock.advance(Duration.ofSeconds(5));

        assertThat(mover.moved - before).isCloseTo(10L * RATE, within((long) RATE / 2));
    }
}
