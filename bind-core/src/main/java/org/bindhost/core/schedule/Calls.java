package org.bindhost.core.schedule;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the calls that were decided on, without a lock. Calls that are decided on within such a
 * call are made after it: bytes that come at once would otherwise grow the stack with each
 * transfer.
 */
final class Calls {

    private final Map<Thread, Queue<Runnable>> making = new ConcurrentHashMap<>();

    void make(List<Runnable> decided) {
        if (decided.isEmpty()) {
            return;
        }
        Thread self = Thread.currentThread();
        var outer = Optional.ofNullable(making.get(self));
        if (outer.isPresent()) {
            outer.get().addAll(decided);
            return;
        }
        var queue = new ArrayDeque<>(decided);
        making.put(self, queue);
        try {
            makeAll(queue);
        } finally {
            making.remove(self);
        }
    }

    /** Tells everybody, even if one of them fails: what was decided is booked already. */
    private static void makeAll(Queue<Runnable> queue) {
        try {
            while (!queue.isEmpty()) {
                make(queue.remove());
            }
        } finally { // also after an error, which goes on to whoever caused this
            if (!queue.isEmpty()) {
                makeAll(queue);
            }
        }
    }

    private static void make(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            System.getLogger(Scheduler.class.getName())
                    .log(System.Logger.Level.WARNING, "a transfer cannot be told", e);
        }
    }
}
