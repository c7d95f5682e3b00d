package org.bindhost.core.engine;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bindhost.core.schedule.Timer;

/**
 * Looks from time to time at all transfers that have a connection, for those that ask for nothing.
 * One alarm for all: most are over before it rings.
 */
final class IdleWatch {

    private final Timer timer;
    private final Supplier<Duration> period;
    private final Set<Runnable> looks = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isSet = new AtomicBoolean();

    /**
     * Creates a watch.
     *
     * @param period how long to wait from one look to the next; 0 for no looks at all
     */
    IdleWatch(Timer timer, Supplier<Duration> period) {
        this.timer = timer;
        this.period = period;
    }

    /** Has a look taken each time, until it is removed. Runs on the timer, and must not wait. */
    void add(Runnable look) {
        looks.add(look);
        set();
    }

    void remove(Runnable look) {
        looks.remove(look);
    }

    private void set() {
        Duration next = period.get();
        if (!next.isZero() && !looks.isEmpty() && isSet.compareAndSet(false, true)) {
            timer.after(next.toNanos(), this::look);
        }
    }

    private void look() {
        isSet.set(false);
        looks.forEach(Runnable::run);
        set();
    }
}
