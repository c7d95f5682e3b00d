package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.Registration;
import org.bindhost.testkit.ManualClock;

/**
 * A scheduler, a link and servers on a clock in the test's hand: hours pass in moments, the same
 * each time.
 */
final class Simulation {

    private static final Duration STEP = Duration.ofMillis(50);

    final ManualClock clock = new ManualClock();
    final Link link;
    final Scheduler scheduler;
    private final List<SimTransfer> transfers = new ArrayList<>();
    private final List<SimTransfer> pulls = new ArrayList<>();
    private int timersSet;

    Simulation(Link link, Limits limits) {
        this.link = link;
        this.scheduler = new Scheduler(clock, this::after, limits);
    }

    private Registration after(long nanos, Runnable task) {
        timersSet++;
        Runnable takeBack = clock.after(Duration.ofNanos(nanos), task);
        return takeBack::run;
    }

    /** How often the scheduler has set a timer. */
    int timersSet() {
        return timersSet;
    }

    /** Does something when word of it has gone to a server and back. */
    void later(Runnable action) {
        Runnable unused = clock.after(link.roundTrip, action);
    }

    SimTransfer begin(SimServer server, SimSpec spec) {
        var transfer = new SimTransfer(this, server, spec);
        transfers.add(transfer);
        if (spec.reader() != SimSpec.PUSH) {
            pulls.add(transfer);
        }
        transfer.begin();
        return transfer;
    }

    List<SimTransfer> transfers() {
        return List.copyOf(transfers);
    }

    void run(Duration time) {
        for (Duration done = Duration.ZERO; done.compareTo(time) < 0; done = done.plus(STEP)) {
            clock.advance(STEP);
            link.move(STEP);
            pulls.forEach(transfer -> transfer.read(STEP));
        }
    }

    long moving() {
        return transfers.stream().filter(SimTransfer::isMoving).count();
    }
}
