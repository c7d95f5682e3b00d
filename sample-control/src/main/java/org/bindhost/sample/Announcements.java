package org.bindhost.sample;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import org.bindhost.container.ReadyState;

/**
 * Tells someone of ready states in the order in which they were noted, one at a time and while no
 * lock is held. Whoever notes one while another thread is telling leaves it to that thread.
 */
final class Announcements {

    private final Consumer<ReadyState> listener;
    private final Queue<ReadyState> noted = new ArrayDeque<>();
    private boolean telling;

    Announcements(Consumer<ReadyState> listener) {
        this.listener = listener;
    }

    /** Notes a state; calls nobody, so that a lock may be held. */
    synchronized void note(ReadyState state) {
        noted.add(state);
    }

    /** Tells of what was noted; no lock may be held. */
    void tell() {
        Optional<ReadyState> next = next();
        while (next.isPresent()) {
            try {
                listener.accept(next.get());
            } finally {
                told();
            }
            next = next();
        }
    }

    private synchronized Optional<ReadyState> next() {
        if (telling || noted.isEmpty()) {
            return Optional.empty();
        }
        telling = true;
        return Optional.of(noted.remove());
    }

    private synchronized void told() {
        telling = false;
    }
}
