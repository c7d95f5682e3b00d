package org.bindhost.url;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when a test says so. */
final class ManualAlarm implements Alarm {

    private record Planned(long at, Runnable task) {}

    private final List<Planned> planned = new ArrayList<>();
    private long now = Long.MAX_VALUE - 1000; // wraps soon, as the real one may
    private int set;

    /** Lets time pass, and rings what is due. */
    void pass(Duration time) {
        now += time.toNanos();
        for (Planned each : List.copyOf(planned)) {
            if (each.at() - now <= 0 && planned.remove(each)) {
                each.task().run();
            }
        }
    }

    /** How many are set now. */
    int waiting() {
        return planned.size();
    }

    /** How many were set in all. */
    int set() {
        return set;
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Runnable in(Duration wait, Runnable task) {
        var each = new Planned(now + wait.toNanos(), task);
        planned.add(each);
        set++;
        return () -> planned.remove(each);
    }

    @Override
    public Runnable byAllMeans(Duration wait, Runnable task) {
        return in(wait, task); // it is never stopped
    }
}
