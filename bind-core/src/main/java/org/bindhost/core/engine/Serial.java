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
            actions.remove().run();
        } while (size.decrementAndGet() > 0);
    }
}
