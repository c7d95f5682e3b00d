package org.bindhost.url;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Notices that bytes which are waited for do not come. However many do come, one alarm at most is
 * set, and only when it rings is it looked whether there was cause.
 *
 * <p>One thread at a time may call; the alarm rings on another.
 */
final class StallClock {

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final Alarm alarm;
    private final Duration most;
    private Runnable callOff = () -> {};
    private boolean waiting;
    private long since;
    private volatile boolean set;
    private volatile boolean later;

    StallClock(Alarm alarm, Duration most) {
        this.alarm = alarm;
        this.most = most;
    }

    /** Bytes came. */
    void moved() {
        since = alarm.nanos();
    }

    /** Nothing is waited for: silence means nothing now. */
    void rest() {
        waiting = false;
    }

    /**
     * Tells whether what is waited for has been waited for too long.
     *
     * @param look called later, on any thread, when it is worth while to ask again
     */
    boolean isStalled(Runnable look) {
        if (!waiting) {
            waiting = true;
            since = alarm.nanos();
        }
        long left = most.toNanos() - (alarm.nanos() - since);
        if (left > 0 && !set) {
            set = true;
            callOff = alarm.in(Duration.ofNanos(left), () -> ring(look));
        }
        return left <= 0;
    }

    private void ring(Runnable look) {
        set = false;
        look.run();
    }

    TimeoutException failure() {
        return new TimeoutException("nothing came within " + most.toMillis() / 1000.0 + " s");
    }

    /** Has something looked at in a moment, or sooner: an end may wait for it. */
    void later(Runnable look) {
        later = true;
        callOff =
                alarm.byAllMeans(
                        MOMENT,
                        () -> {
                            later = false;
                            look.run();
                        });
    }

    /** Whether that moment has not come. */
    boolean isLater() {
        return later;
    }

    void stop() {
        callOff.run();
    }
}
