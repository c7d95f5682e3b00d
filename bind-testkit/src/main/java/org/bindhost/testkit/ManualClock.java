package org.bindhost.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Nanoseconds that pass when the test says so, with a timer that goes by them. Stands in for {@code
 * System::nanoTime}.
 *
 * <p><b>Threads.</b> Any thread may call any method; the actions run on the thread that advances.
 */
public final class ManualClock implements LongSupplier {

    private static final int RUNAWAY = 1_000;

    private final List<Alarm> alarms = new ArrayList<>();
    private long now;

    /** Creates a clock that shows zero. */
    public ManualClock() {}

    @Override
    public synchronized long getAsLong() {
        return now;
    }

    /**
     * Has something done once the time has come.
     *
     * @param delay how long from now; zero means the next advance, also one by zero
     * @param action what to do
     * @return what takes it back, without effect once it is done
     */
    public synchronized Runnable after(Duration delay, Runnable action) {
        var alarm = new Alarm(now + delay.toNanos(), action);
        alarms.add(alarm);
        return () -> forget(alarm);
    }

    /**
     * Lets time pass. Each action that falls due runs at its own time, earliest first, those
     * included that are added meanwhile.
     *
     * @param time how much passes
     * @throws AssertionError if there is no end to the actions
     */
    public void advance(Duration time) {
        long end = getAsLong() + time.toNanos();
        int ran = 0;
        for (var due = nextUntil(end); due.isPresent(); due = nextUntil(end)) {
            if (ran++ == RUNAWAY) {
                throw new AssertionError("still busy after " + RUNAWAY + " actions");
            }
            due.get().action.run();
        }
        arriveAt(end);
    }

    /**
     * Returns how many actions wait for their time.
     *
     * @return the number, 0 or more
     */
    public synchronized int waiting() {
        return alarms.size();
    }

    private synchronized Optional<Alarm> nextUntil(long end) {
        var next =
                alarms.stream()
                        .min(Comparator.comparingLong(alarm -> alarm.at))
                        .filter(alarm -> alarm.at <= end);
        next.ifPresent(
                alarm -> {
                    forget(alarm);
                    arriveAt(alarm.at);
                });
        return next;
    }

    private synchronized void forget(Alarm alarm) {
        alarms.remove(alarm);
    }

    private synchronized void arriveAt(long time) {
        now = Math.max(now, time);
    }

    /** Compared by identity, so that two alike are two. */
    private static final class Alarm {
        private final long at;
        private final Runnable action;

        Alarm(long at, Runnable action) {
            this.at = at;
            this.action = action;
        }
    }
}
