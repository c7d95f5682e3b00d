package org.bindhost.core.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bindhost.bind.Registration;

/**
 * Whether a service of someone else's is there, and how many of our threads are inside it.
 *
 * <p>Invariant: once {@link #withdraw} has returned, no thread of ours is inside the service and
 * none enters it again. Nobody is called while the lock is held.
 */
final class Presence {

    enum State {
        PRESENT,
        LEAVING,
        GONE
    }

    private final List<Runnable> users = new ArrayList<>();
    private State state = State.PRESENT;
    private int inside;

    /**
     * Goes inside, unless it is too late for that.
     *
     * @param latest the last state in which whoever enters still may
     * @return whether the caller is inside, and so must {@link #leave}
     */
    synchronized boolean enter(State latest) {
        if (state.compareTo(latest) > 0) {
            return false;
        }
        inside++;
        return true;
    }

    synchronized void leave() {
        inside--;
        if (inside == 0) {
            notifyAll();
        }
    }

    /**
     * Registers what to do when the service is withdrawn; done at once if it is leaving already.
     */
    Registration onWithdraw(Runnable action) {
        synchronized (this) {
            if (state == State.PRESENT) {
                users.add(action);
                return () -> forget(action);
            }
        }
        action.run();
        return () -> {};
    }

    /** Tells its users, and returns when no thread is inside any more. */
    void withdraw() {
        List<Runnable> told;
        synchronized (this) {
            if (state != State.PRESENT) {
                return;
            }
            state = State.LEAVING;
            told = List.copyOf(users);
            users.clear();
        }
        told.forEach(Runnable::run);
        awaitEmpty();
    }

    private synchronized void forget(Runnable action) {
        users.removeIf(user -> Objects.equals(user, action));
    }

    private synchronized void awaitEmpty() {
        boolean interrupted = false;
        while (inside > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // the promise to the driver goes first
            }
        }
        state = State.GONE;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
