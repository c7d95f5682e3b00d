package org.bindhost.core.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs actions one after another, in the order they came, on whatever thread is there. An action
 * that comes while another runs is run after it by the same thread, so that nobody waits.
 */
final class Serial {

    private final Queue<Runnable> actions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();

    void run(Runnable action) {
        actions.add(action);
        if (size.getAndIncrement() > 0) {
            return;
        }
        do {
            try {
                actions.remove().run();
            } catch (RuntimeException | Error e) { // the others are run all the same
                System.getLogger(Serial.class.getName())
                        .log(System.Logger.Level.ERROR, "an action failed", e);
            }
        } while (size.decrementAndGet() > 0);
    }
}
