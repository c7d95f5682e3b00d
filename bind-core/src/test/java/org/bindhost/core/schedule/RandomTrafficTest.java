package org.bindhost.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.bindhost.bind.Priority;
import org.bindhost.bind.PriorityClass;
import org.bindhost.bind.Registration;
import org.bindhost.core.Sharing;
import org.bindhost.testkit.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever happens in whatever order: caps hold, no byte is granted twice, what is held is granted
 * nothing, nobody waits beside a free place, and in the end everybody has got everything and is
 * forgotten.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RandomTrafficTest {

    private static final int SEEDS = 600;
    private static final int EVENTS = 250;
    private static final int ORIGINS = 4;
    private static final int DOCUMENTS = 3;

    @Test
    void capsHoldAndEverybodyComesToAnEnd() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var traffic = new Traffic(new Random(seed));
            try {
                traffic.run();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    /** What happens with one seed. */
    private static final class Traffic {

        final Random random;
        final ManualClock clock = new ManualClock();
        final List<Mover> movers = new ArrayList<>();
        final boolean[] documentHeld = new boolean[DOCUMENTS];
        final int[] ceilings = new int[ORIGINS + 1]; // by origin, and of all
        boolean allHeld;
        Limits limits = new Limits(5, 0, new Sharing(2, 0, 20));
        Scheduler scheduler = new Scheduler(clock, this::after, limits);

        Traffic(Random random) {
            this.random = random;
        }

        Registration after(long nanos, Runnable task) {
            Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
            return takeBack::run;
        }

        void run() {
            noteCeilings();
            for (int i = 0; i < EVENTS; i++) {
                happen();
                check();
            }
            letAllGo();
            for (int round = 0; round < 3_000 && !movers.stream().allMatch(m -> m.over); round++) {
                List.copyOf(movers).forEach(Mover::finish);
                clock.advance(Duration.ofMillis(100));
            }
            assertThat(movers).allMatch(mover -> mover.over && mover.wanted == 0);
            clock.advance(Duration.ofSeconds(20));
            assertThat(scheduler.isEmpty()).isTrue();
            assertThat(clock.waiting()).isZero();
        }

        void happen() {
            if (movers.isEmpty() || random.nextInt(8) == 0) {
                movers.add(new Mover(this));
                return;
            }
            var mover = movers.get(random.nextInt(movers.size()));
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> mover.move();
                case 5, 6, 7 -> mover.wantMore();
                case 8 -> mover.ticket.priority(priority());
                case 9 -> mover.suspend(random.nextBoolean());
                case 10 -> holdDocument(random.nextInt(DOCUMENTS), random.nextInt(3) == 0);
                case 11 -> limit();
                case 12 -> scheduler.documentRate(document(), 50_000L * random.nextInt(3));
                case 13 -> holdAll(random.nextInt(4) == 0);
                case 14 -> mover.close();
                default -> advance(random.nextInt(10) == 0 ? 12_000 : random.nextInt(1_500));
            }
        }

        /** In steps, so that it is seen who is silent for how long. */
        void advance(int millis) {
            for (int left = millis; left > 0; left -= 1_000) {
                clock.advance(Duration.ofMillis(Math.min(1_000, left)));
            }
        }

        Priority priority() {
            var priorityClass = List.of(PriorityClass.values()).get(random.nextInt(3));
            return new Priority(priorityClass, 1 + random.nextInt(Priority.MAX_WEIGHT));
        }

        String document() {
            return "d" + random.nextInt(DOCUMENTS);
        }

        void holdDocument(int document, boolean isHeld) {
            documentHeld[document] = isHeld;
            if (isHeld) {
                scheduler.suspend("d" + document);
            } else {
                scheduler.resume("d" + document);
            }
        }

        void holdAll(boolean isHeld) {
            allHeld = isHeld;
            if (isHeld) {
                scheduler.suspendAll();
            } else {
                scheduler.resumeAll();
            }
        }

        void limit() {
            var sharing =
                    new Sharing(
                            1 + random.nextInt(3),
                            random.nextInt(3) * 100_000L,
                            random.nextInt(3) * 10);
            limits = new Limits(1 + random.nextInt(8), random.nextInt(3) * 400_000L, sharing);
            scheduler.limits(limits);
        }

        void letAllGo() {
            holdAll(false);
            for (int i = 0; i < DOCUMENTS; i++) {
                holdDocument(i, false);
                scheduler.documentRate("d" + i, 0);
            }
            List.copyOf(movers).forEach(mover -> mover.suspend(false));
        }

        /** Whoever is open when a cap is lowered goes on, and nobody is added. */
        void noteCeilings() {
            for (int i = 0; i <= ORIGINS; i++) {
                ceilings[i] = Math.max(cap(i), Math.min(ceilings[i], placed(i)));
            }
        }

        int cap(int origin) {
            return origin == ORIGINS ? limits.transfers() : limits.sharing().transfersPerOrigin();
        }

        /** Of one that was silent for long, the cap may be exceeded by as much. */
        int placed(int origin) {
            return count(
                    m ->
                            m.ticket.placed
                                    && !m.wasSilent()
                                    && (origin == ORIGINS || m.origin == origin));
        }

        int count(Predicate<Mover> which) {
            return (int) movers.stream().filter(which).count();
        }

        void check() {
            noteCeilings();
            for (int i = 1; i <= ORIGINS; i++) {
                assertThat(placed(i)).as("at %s", i).isLessThanOrEqualTo(ceilings[i]);
            }
            assertThat(movers).allMatch(m -> m.ticket.placed || !m.isMoving());
            if (!allHeld) {
                assertThat(movers.stream().filter(m -> m.ticket.waits && isFreeFor(m))).isEmpty();
            }
        }

        boolean isFreeFor(Mover mover) {
            boolean isFree = count(m -> m.ticket.placed && !m.ticket.lame) < limits.transfers();
            int there = count(m -> m.ticket.placed && !m.ticket.lame && m.origin == mover.origin);
            return isFree && (mover.origin == 0 || there < limits.sharing().transfersPerOrigin());
        }
    }

    /** A transfer, and what is known of it from outside. */
    private static final class Mover implements Ticket.Holder {

        final Traffic traffic;
        final Ticket ticket;
        final int document;
        int origin;
        boolean opening;
        boolean suspended;
        boolean over;
        long wanted;
        long onTheirWay;
        long heardAt;
        boolean silent;
        long seat;

        Mover(Traffic traffic) {
            this.traffic = traffic;
            document = traffic.random.nextInt(DOCUMENTS);
            origin = traffic.random.nextInt(ORIGINS);
            ticket =
                    traffic.scheduler.enroll(traffic.priority(), Optional.of("d" + document), this);
            ticket.from(origin());
            ticket.open();
        }

        @Override
        public String toString() {
            return "%s of %d: %s%s%s%s, wants %d, %d on their way"
                    .formatted(
                            ticket.priority.priorityClass(),
                            origin,
                            ticket.placed ? "placed" : "",
                            ticket.waits ? "waits" : "",
                            ticket.lame ? " lame" : "",
                            opening ? " opening" : "",
                            wanted,
                            onTheirWay);
        }

        Optional<String> origin() {
            return origin == 0 ? Optional.empty() : Optional.of("o" + origin);
        }

        @Override
        public void mayOpen() {
            assertThat(isHeld()).isFalse();
            opening = true;
            heardAt = traffic.clock.getAsLong();
        }

        @Override
        public void granted(long bytes) {
            assertThat(bytes).isBetween(1L, wanted);
            assertThat(isHeld() || opening).isFalse();
            heardAt = onTheirWay == 0 ? traffic.clock.getAsLong() : heardAt;
            wanted -= bytes;
            onTheirWay += bytes;
        }

        boolean isHeld() {
            return suspended || traffic.allHeld || traffic.documentHeld[document] || over;
        }

        boolean isMoving() {
            return !over && (opening || onTheirWay > 0);
        }

        /** Whether nothing came of it for ten seconds since it got its place. */
        boolean wasSilent() {
            long nanos = traffic.clock.getAsLong() - heardAt;
            silent &= seat == ticket.seat;
            seat = ticket.seat;
            silent |= isMoving() && nanos >= Duration.ofSeconds(10).toNanos();
            return silent;
        }

        void move() {
            Random random = traffic.random;
            if (over) {
                return;
            }
            if (opening && random.nextInt(4) == 0) {
                opening = false;
                origin = random.nextInt(ORIGINS);
                ticket.openElsewhere(origin());
            } else if (opening) {
                opening = false;
                ticket.opened();
            } else if (onTheirWay > 0) {
                arrive(1 + random.nextLong(onTheirWay));
            }
        }

        void arrive(long bytes) {
            onTheirWay -= bytes;
            heardAt = traffic.clock.getAsLong();
            ticket.arrived(bytes);
        }

        void wantMore() {
            if (!over && wanted < 1 << 20) {
                long bytes = 1L + traffic.random.nextInt(300_000);
                wanted += bytes;
                ticket.want(bytes);
            }
        }

        void suspend(boolean isSuspended) {
            suspended = isSuspended;
            if (isSuspended) {
                ticket.suspend();
            } else {
                ticket.resume();
            }
        }

        void close() {
            over = true;
            wanted = 0;
            opening = false;
            ticket.close();
        }

        /** Lets come what is on its way, and closes it when there is no more. */
        void finish() {
            if (opening) {
                opening = false;
                ticket.opened();
            }
            while (onTheirWay > 0 && !over) {
                arrive(onTheirWay);
            }
            if (!over && wanted == 0 && !ticket.wantsToOpen) {
                close();
            }
        }
    }
}
