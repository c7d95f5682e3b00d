package org.bindhost.core;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Two actions at once, on two threads that are spun together: a latch lets one go too early. */
public final class Race {

    private final AtomicInteger ready = new AtomicInteger();

    private Race() {}

    /**
     * Runs both, and returns when both have ended.
     *
     * @param lag how many turns the first one waits, so that the two meet at each point in time
     */
    public static void between(int lag, ThrowingCallable first, ThrowingCallable second) {
        var race = new Race();
        var other = new FutureTask<Void>(() -> race.start(0, second), null);
        var thread = new Thread(other, "race");
        thread.start();
        race.start(lag, first);
        assertThatCode(other::get).doesNotThrowAnyException();
    }

    private void start(int lag, ThrowingCallable action) {
        ready.incrementAndGet();
        while (ready.get() < 2) {
            Thread.onSpinWait();
        }
        for (int turn = 0; turn < lag; turn++) {
            Thread.onSpinWait();
        }
        assertThatCode(action).doesNotThrowAnyException();
    }
}
