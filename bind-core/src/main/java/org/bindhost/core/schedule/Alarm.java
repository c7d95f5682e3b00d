package org.bindhost.core.schedule;

import java.util.Optional;
import java.util.function.LongSupplier;
import org.bindhost.bind.Registration;

/**
 * One wake-up, at the earliest time that somebody asked for. One that is set already and is early
 * enough is left alone; it may come too early, and whoever is woken looks what there is to do.
 */
final class Alarm implements AutoCloseable {

    private final LongSupplier nanos;
    private final Timer timer;
    private final Runnable action;
    private Optional<Registration> set = Optional.empty();
    private boolean awaited;
    private long due; // while it is awaited; such times may wrap
    private boolean closed;

    Alarm(LongSupplier nanos, Timer timer, Runnable action) {
        this.nanos = nanos;
        this.timer = timer;
        this.action = action;
    }

    /** Sees to it that the action runs at this time at the latest. */
    void by(long time) {
        Optional<Registration> superseded;
        synchronized (this) {
            if (closed || (awaited && due - time <= 0)) {
                return;
            }
            awaited = true;
            due = time;
            superseded = set;
            set = Optional.empty();
        }
        superseded.ifPresent(Registration::close);
        long delay = Math.max(1, time - nanos.getAsLong());
        Registration made = timer.after(delay, () -> ring(time));
        if (!keep(made, time)) {
            made.close();
        }
    }

    private synchronized boolean keep(Registration made, long time) {
        boolean wanted = !closed && awaited && due == time;
        if (wanted) {
            set = Optional.of(made);
        }
        return wanted;
    }

    private void ring(long time) {
        synchronized (this) {
            if (closed || !awaited || due != time) {
                return;
            }
            awaited = false;
            set = Optional.empty();
        }
        action.run();
    }

    @Override
    public void close() {
        Optional<Registration> left;
        synchronized (this) {
            closed = true;
            left = set;
            set = Optional.empty();
        }
        left.ifPresent(Registration::close);
    }
}
