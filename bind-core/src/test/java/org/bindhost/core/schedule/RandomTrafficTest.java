package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens in whatever order: caps hold, no byte is granted that nobody asked for, what is
 * suspended is granted nothing, and in the end everybody has got everything.
 */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RandomTrafficTest {

    private static final int EVENTS = 3_000;
    private static final int ORIGINS = 4;

    private final ManualClock clock = new ManualClock();
    private final List<Mover> movers = new ArrayList<>();
    private Limits limits = new Limits(5, 0, new Sharing(2, 0, 32));
    private final Scheduler scheduler = new Scheduler(clock, this::after, limits);
    private boolean allSuspended;
    private final boolean[] documentSuspended = new boolean[3];
    private int excess; // how many may be too many, because a limit was lowered

    private Registration after(long nanos, Runnable task) {
        Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
        return takeBack::run;
    }

    private final class Mover implements Ticket.Holder {

        final Ticket ticket;
        final int document;
        int origin;
        boolean opening;
        boolean suspended;
        boolean over;
        long wanted;
        long onTheirWay;
        long moved;

        Mover(Random random) {
            document = random.nextInt(3);
            origin = random.nextInt(ORIGINS);
            ticket = scheduler.enroll(priority(random), Optional.of("d" + document), this);
            ticket.from(origin());
            ticket.open();
        }

        Optional<String> origin() {
            return origin == 0 ? Optional.empty() : Optional.of("o" + origin);
        }

        @Override
        public void mayOpen() {
            assertThat(isHeld()).isFalse();
            opening = true;
            check();
        }

        @Override
        public void granted(long bytes) {
            assertThat(bytes).isBetween(1L, wanted);
            assertThat(isHeld()).isFalse();
            wanted -= bytes;
            onTheirWay += bytes;
            assertThat(onTheirWay).isLessThanOrEqualTo(Board.WINDOW_BYTES);
            check();
        }

        boolean isHeld() {
            return suspended || allSuspended || documentSuspended[document] || over;
        }

        boolean isMoving() {
            return !over && (opening || onTheirWay > 0);
        }

        void opened() {
            opening = false;
            ticket.opened();
        }

        void redirected(int to) {
            opening = false;
            origin = to;
            ticket.openElsewhere(origin());
        }

        void want(long bytes) {
            wanted += bytes;
            ticket.want(bytes);
        }

        void arrive(long bytes) {
            onTheirWay -= bytes;
            moved += bytes;
            ticket.arrived(bytes);
        }

        void close() {
            over = true;
            ticket.close();
        }
    }

    private static Priority priority(Random random) {
        var priorityClass = List.of(PriorityClass.values()).get(random.nextInt(3));
        return new Priority(priorityClass, 1 + random.nextInt(Priority.MAX_WEIGHT));
    }

    /** Time stands still in most tests of caps, so that nobody loses patience. */
    private void check() {
        assertThat(movers.stream().filter(Mover::isMoving).count())
                .isLessThanOrEqualTo(limits.transfers() + excess);
        for (int i = 1; i < ORIGINS; i++) {
            int origin = i;
            assertThat(movers.stream().filter(m -> m.isMoving() && m.origin == origin).count())
                    .isLessThanOrEqualTo(limits.sharing().transfersPerOrigin() + excess);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void capsHoldAndEverybodyComesToAnEnd(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            happen(random);
        }

        letAllGo();
        for (int round = 0; round < 20_000 && !movers.stream().allMatch(m -> m.over); round++) {
            movers.forEach(this::finish);
            clock.advance(Duration.ofMillis(100));
        }

        assertThat(movers).allMatch(mover -> mover.over);
        assertThat(movers).allMatch(mover -> mover.wanted == 0);
    }

    private void happen(Random random) {
        if (movers.isEmpty() || random.nextInt(20) == 0) {
            movers.add(new Mover(random));
            return;
        }
        var mover = movers.get(random.nextInt(movers.size()));
        switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> move(mover, random);
            case 4, 5, 6 -> wantMore(mover, random);
            case 7 -> mover.ticket.priority(priority(random));
            case 8 -> suspend(mover, random.nextBoolean());
            case 9 -> suspendDocument(random.nextInt(3), random.nextInt(3) == 0);
            case 10 -> limit(random);
            case 11 -> scheduler.documentRate("d" + random.nextInt(3), 50_000L * random.nextInt(3));
            case 12 -> suspendAll(random.nextInt(4) == 0);
            default -> clock.advance(Duration.ofMillis(random.nextInt(50)));
        }
        check();
    }

    private static void move(Mover mover, Random random) {
        if (mover.over) {
            return;
        }
        if (mover.opening && random.nextInt(4) == 0) {
            mover.redirected(random.nextInt(ORIGINS));
        } else if (mover.opening) {
            mover.opened();
        } else if (mover.onTheirWay > 0) {
            mover.arrive(1 + random.nextLong(mover.onTheirWay));
        }
    }

    private static void wantMore(Mover mover, Random random) {
        if (!mover.over && !mover.opening && mover.wanted < 1 << 20) {
            mover.want(1 + random.nextInt(300_000));
        }
    }

    private static void suspend(Mover mover, boolean isSuspended) {
        mover.suspended = isSuspended;
        if (isSuspended) {
            mover.ticket.suspend();
        } else {
            mover.ticket.resume();
        }
    }

    private void suspendDocument(int document, boolean isSuspended) {
        documentSuspended[document] = isSuspended;
        if (isSuspended) {
            scheduler.suspend("d" + document);
        } else {
            scheduler.resume("d" + document);
        }
    }

    private void suspendAll(boolean isSuspended) {
        allSuspended = isSuspended;
        if (isSuspended) {
            scheduler.suspendAll();
        } else {
            scheduler.resumeAll();
        }
    }

    private void limit(Random random) {
        excess = Integer.MAX_VALUE / 2; // those under way keep what they were granted
        int rate = random.nextInt(3) * 400_000;
        int originRate = random.nextInt(3) * 100_000;
        var sharing = new Sharing(1 + random.nextInt(3), originRate, random.nextInt(3) * 16);
        limits = new Limits(1 + random.nextInt(8), rate, sharing);
        scheduler.limits(limits);
    }

    private void letAllGo() {
        excess = Integer.MAX_VALUE / 2;
        suspendAll(false);
        for (int i = 0; i < 3; i++) {
            suspendDocument(i, false);
        }
        List.copyOf(movers).forEach(mover -> suspend(mover, false));
    }

    /** Lets come what is on its way, and closes it when there is no more. */
    private void finish(Mover mover) {
        if (mover.opening) {
            mover.opened();
        }
        while (mover.onTheirWay > 0) {
            mover.arrive(mover.onTheirWay);
        }
        if (!mover.over && mover.wanted == 0 && !mover.ticket.wantsToOpen) {
            mover.close();
        }
    }

    /** The same without changes of the limits, so that they hold at every moment. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noMoreMoveThanMayAtAnyMoment(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            happenWithin(random);
        }

        assertThat(movers).anyMatch(mover -> mover.moved > 0);
    }

    private void happenWithin(Random random) {
        if (movers.size() < 5 || random.nextInt(50) == 0) {
            movers.add(new Mover(random));
            return;
        }
        var mover = movers.get(random.nextInt(movers.size()));
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> move(mover, random);
            case 3, 4 -> wantMore(mover, random);
            case 5 -> mover.ticket.priority(priority(random));
            case 6 -> suspend(mover, random.nextBoolean());
            default -> clock.advance(Duration.ofMillis(random.nextInt(10)));
        }
        check();
    }
}
