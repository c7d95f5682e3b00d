package org.bindhost.core;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Two actions at once, on two threads that are spun together: a latch lets one go too early, and a
 * new thread each time comes too late.
 */
public final class Race implements AutoCloseable {

    private static final int PATIENCE = 1_000;

    private final AtomicReference<FutureTask<Void>> next;
    private volatile boolean closed;

    /** Makes the other thread, which spins until this is closed. */
    public Race() {
        var nothing = new FutureTask<Void>(() -> {}, null);
        next = new AtomicReference<>(nothing);
        var partner = new Thread(() -> runWhatComesAfter(nothing), "race");
        partner.setDaemon(true);
        partner.start();
    }

    /**
     * Runs both, and returns when both have ended.
     *
     * @param lag how many turns the first one waits, so that the two meet at each point in time
     */
    public void between(int lag, ThrowingCallable first, ThrowingCallable second) {
        var ready = new AtomicInteger();
        var other = new FutureTask<Void>(() -> start(ready, 0, second), null);
        next.set(other);
        start(ready, lag, first);
        spinUntil(other::isDone);
        assertThatCode(other::get).doesNotThrowAnyException();
    }

    private static void start(AtomicInteger ready, int lag, ThrowingCallable action) {
        ready.incrementAndGet();
        spinUntil(() -> ready.get() == 2);
        for (int turn = 0; turn < lag; turn++) {
            Thread.onSpinWait();
        }
        try {
            action.call();
        } catch (Throwable e) {
            throw new AssertionError("an action of the race failed", e);
        }
    }

    private void runWhatComesAfter(FutureTask<Void> first) {
        FutureTask<Void> last = first;
        while (!closed) {
            FutureTask<Void> before = last;
            spinUntil(() -> closed || !next.get().equals(before));
            last = next.get();
            last.run();
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a yield makes it quicker, and no more right
    private static void spinUntil(BooleanSupplier condition) {
        for (int turn = 0; !condition.getAsBoolean(); turn++) {
            if (turn < PATIENCE) {
                Thread.onSpinWait();
            } else {
                Thread.yield(); // the other one may need this very processor
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
