package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How fast origins and documents may move. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RatesTest {

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
    void anOriginKeepsItsRate() {
        var scheduler = scheduler(16, 0, new Sharing(6, 100_000, 0));
        List<Hand> hands = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            hands.add(normal(scheduler).wanting("a", 1L << 40));
        }
        var other = normal(scheduler).wanting("b", 50_000);

        for (int tenth = 0; tenth < 100; tenth++) {
            clock.advance(Duration.ofMillis(100));
            hands.forEach(Hand::come);
            other.come();
        }

        assertThat(hands.stream().mapToLong(hand -> hand.granted).sum())
                .isBetween(990_000L, 1_020_000L);
        assertThat(other.granted).isEqualTo(50_000);
    }

    /** New transfers, one after the other, do not each begin with a full bucket. */
    @Test
    void anOriginThatWasLeftIsRememberedUntilItsRateDoesNotMatter() {
        var scheduler = scheduler(16, 0, new Sharing(6, 100_000, 0));

        long granted = 0;
        for (int i = 0; i < 100; i++) {
            var hand = normal(scheduler).wanting("a", 10_000);
            granted += hand.granted;
            hand.ticket.close();
        }

        assertThat(granted).isLessThanOrEqualTo(10_000);
    }

    /**
     * A transfer that is suspended after its document let it pass takes nothing from the others.
     */
    @Test
    void whatIsGivenUpOnTheWayOthersMayHave() {
        var scheduler = scheduler(16, 1_000, Sharing.DEFAULT);
        scheduler.documentRate("doc", 10_000);
        normal(scheduler).wanting("a", 10_000); // takes all there is
        var first = new Hand(scheduler, Priority.NORMAL, "doc").wanting("a", 1_000);
        var second = new Hand(scheduler, Priority.NORMAL, "doc").open("a");
        second.ticket.opened();
        assertThat(first.granted).isZero();

        first.ticket.suspend();
        second.ticket.want(1_000);
        scheduler.limits(new Limits(16, 0, Sharing.DEFAULT));

        assertThat(second.granted).isEqualTo(1_000);
    }
}
