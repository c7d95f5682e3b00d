package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What decisions cost, and how they are told. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecisionsTest {

    private final ManualClock clock = new ManualClock();
    private int timersSet;

    private Scheduler scheduler(int transfers, long rate, Sharing sharing) {
        return new Scheduler(clock, this::after, new Limits(transfers, rate, sharing));
    }

    private Registration after(long nanos, Runnable task) {
        timersSet++;
        Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
        return takeBack::run;
    }

    private static Hand normal(Scheduler scheduler) {
        return new Hand(scheduler, Priority.NORMAL, "");
    }

    /** What waits for a rate sets a timer once, and again only if it is to ring earlier. */
    @Test
    void waitingForARateSetsATimerOnce() {
        var scheduler = scheduler(16, 1_000, Sharing.DEFAULT);
        var hand = normal(scheduler).wanting("a", 1L << 40);
        for (int i = 0; i < 100; i++) {
            hand.ticket.want(1);
            normal(scheduler).wanting("a", 10).ticket.priority(Priority.NORMAL);
        }

        assertThat(timersSet).isLessThanOrEqualTo(2);
        assertThat(clock.waiting()).isEqualTo(1);

        scheduler.close();
        assertThat(clock.waiting()).isZero();
        hand.ticket.want(1);
        assertThat(clock.waiting()).isZero();
    }

    /** Each event takes so many comparisons as there are steps in a tree of ten thousand. */
    @Test
    void amongTenThousandAnEventCostsAFewComparisons() {
        var scheduler = scheduler(16, 1_000_000, Sharing.DEFAULT);
        for (int i = 0; i < 10_000; i++) {
            normal(scheduler).ticket.opened(); // wants nothing
        }
        assertThat(scheduler.looks()).isZero();
        List<Hand> queued = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            var hand = new Hand(scheduler, Priority.NORMAL, "d" + i % 10);
            queued.add(hand.open("o" + i % 1_000));
        }
        assertThat(scheduler.looks() / 10_000).isLessThan(100);

        long before = scheduler.looks();
        for (int i = 0; i < 1_000; i++) {
            queued.get(i).ticket.close();
            queued.get(5_000 + i).ticket.priority(Priority.URGENT);
            queued.get(9_000 + i).ticket.suspend();
        }

        assertThat((scheduler.looks() - before) / 3_000).isLessThan(150);
    }

    /** However many are held with their document, nobody looks at them. */
    @Test
    void thoseThatAreHeldCostOthersNothing() {
        var scheduler = scheduler(16, 0, Sharing.DEFAULT);
        scheduler.suspend("held");
        for (int i = 0; i < 10_000; i++) {
            new Hand(scheduler, Priority.NORMAL, "held").open("a");
        }
        long before = scheduler.looks();

        var other = new Hand(scheduler, Priority.NORMAL, "other").open("a");

        assertThat(other.mayOpen).isTrue();
        assertThat(scheduler.looks() - before).isLessThan(50);
    }

    /** Bytes that come at once do not grow the stack with the number of transfers. */
    @Test
    void whatComesWithinAGrantIsDecidedAfterIt() {
        var scheduler = scheduler(1, 0, Sharing.DEFAULT);
        var deepest = new int[1];
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int number = i;
            var holder =
                    new Ticket.Holder() {
                        @Override
                        public void mayOpen() {
                            tickets.get(number).opened();
                            tickets.get(number).want(10);
                        }

                        @Override
                        public void granted(long bytes) {
                            int depth = new Throwable().getStackTrace().length;
                            deepest[0] = Math.max(deepest[0], depth);
                            tickets.get(number).arrived(bytes);
                            tickets.get(number).close();
                        }
                    };
            tickets.add(scheduler.enroll(Priority.NORMAL, Optional.empty(), holder));
        }
        scheduler.suspendAll();
        tickets.forEach(Ticket::open);

        scheduler.resumeAll();

        assertThat(deepest[0]).isBetween(1, 500);
    }

    /** Who fails badly is heard of, and the others are told all the same. */
    @Test
    void anErrorInACallKeepsNobodyElseFromBeingTold() {
        var scheduler = scheduler(2, 0, Sharing.DEFAULT);
        scheduler.suspendAll();
        var failing =
                new Ticket.Holder() {
                    @Override
                    public void mayOpen() {
                        throw new AssertionError("on purpose");
                    }

                    @Override
                    public void granted(long bytes) {}
                };
        scheduler.enroll(Priority.NORMAL, Optional.empty(), failing).open();
        var other = normal(scheduler).open("a");

        assertThatThrownBy(scheduler::resumeAll).hasMessage("on purpose");

        assertThat(other.mayOpen).isTrue();
    }

    @Test
    void nobodyIsCalledWhileTheLockIsHeld() {
        List<Scheduler> made = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        Timer timer =
                (nanos, task) -> {
                    held.add(Thread.holdsLock(made.get(0)));
                    return () -> {};
                };
        made.add(new Scheduler(clock, timer, new Limits(16, 1_000, Sharing.DEFAULT)));
        var holder =
                new Ticket.Holder() {
                    @Override
                    public void mayOpen() {
                        held.add(Thread.holdsLock(made.get(0)));
                    }

                    @Override
                    public void granted(long bytes) {
                        held.add(Thread.holdsLock(made.get(0)));
                    }
                };
        var ticket = made.get(0).enroll(Priority.NORMAL, Optional.empty(), holder);

        ticket.open();
        ticket.want(1_000);
        ticket.opened();

        assertThat(held).containsExactly(false, false, false);
    }
}
