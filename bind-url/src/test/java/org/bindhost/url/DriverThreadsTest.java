package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is to be done later when there is no later. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DriverThreadsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final DriverThreads threads = new DriverThreads(3);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        threads.close();
        Leaks.check();
    }

    @Test
    void whatMustNotBeMissingIsDoneAtTheEnd() {
        var unused = threads.byAllMeans(HOUR, () -> done.add("end"));

        threads.close();
        threads.close();

        assertThat(done).containsExactly("end");
    }

    @Test
    void afterTheEndItIsDoneAtOnce() {
        threads.close();

        var unused = threads.byAllMeans(HOUR, () -> done.add("end"));

        assertThat(done).containsExactly("end");
    }

    @Test
    void whatIsCalledOffIsNotDoneAtTheEnd() {
        Runnable callOff = threads.byAllMeans(HOUR, () -> done.add("end"));

        callOff.run();
        callOff.run();
        threads.close();

        assertThat(done).isEmpty();
    }

    /** Or what sets itself again would never end. */
    @Test
    void whatIsOnlyAnAlarmDoesNotRingAtTheEnd() {
        var before = threads.in(HOUR, () -> done.add("before"));
        threads.close();
        var after = threads.in(HOUR, () -> done.add("after"));

        before.run();
        after.run();
        assertThat(done).isEmpty();
    }

    /** A body whose end waits for that look would have none. */
    @Test
    void theSecondLookAtABodyIsNotMissing() {
        var clock = new StallClock(threads, HOUR);
        threads.close();

        clock.later(() -> done.add("looked"));

        assertThat(done).containsExactly("looked");
        assertThat(clock.isLater()).isFalse();
    }
}
