package org.bindhost.core.drivers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Registration;
import org.bindhost.spi.MonikerClass;

/**
 * A moniker class in use: knows how many of our threads are inside it, and can be withdrawn.
 *
 * <p>Invariant: once {@link #withdraw} has returned, no thread of ours is inside the driver and
 * none enters it again. Nobody is called while the lock is held.
 */
public final class Driver {

    private enum State {
        PRESENT,
        LEAVING,
        GONE
    }

    private final DriverTraits traits;
    private final MonikerClass service;
    private final List<Runnable> users = new ArrayList<>();
    private State state = State.PRESENT;
    private int inside;

    Driver(DriverTraits traits, MonikerClass service) {
        this.traits = traits;
        this.service = service;
    }

    /**
     * Something done inside the driver.
     *
     * @param <T> what comes of it
     */
    @FunctionalInterface
    public interface Visit<T> {
        /**
         * Does it.
         *
         * @param service the driver's service
         * @return what comes of it
         */
        T inside(MonikerClass service);
    }

    public DriverTraits traits() {
        return traits;
    }

    /**
     * Goes inside, does something, and comes out.
     *
     * @throws BindException if the driver is leaving, reason {@code DRIVER_GONE}
     */
    public <T> T call(Visit<T> visit) throws BindException {
        if (!enter(State.PRESENT)) {
            throw gone();
        }
        try {
            return visit.inside(service);
        } finally {
            leave();
        }
    }

    /**
     * Does something to what is the driver's, which is allowed until it has gone. What the driver
     * throws is logged and goes no further: whoever cancels has other things to do.
     *
     * @return whether it was done
     */
    public boolean release(Runnable action) {
        if (!enter(State.LEAVING)) {
            return false;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            System.getLogger(Driver.class.getName())
                    .log(System.Logger.Level.WARNING, "the driver " + traits.name() + " threw", e);
        } finally {
            leave();
        }
        return true;
    }

    /** Registers what to do when the driver is withdrawn; done at once if it is leaving already. */
    public Registration onWithdraw(Runnable action) {
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

    public BindException gone() {
        return new BindException(
                Reason.DRIVER_GONE,
                "the driver of class "
                        + traits.monikerClass()
                        + " ("
                        + traits.name()
                        + ") is gone");
    }

    private synchronized boolean enter(State latest) {
        if (state.compareTo(latest) > 0) {
            return false;
        }
        inside++;
        return true;
    }

    private synchronized void leave() {
        inside--;
        notifyAll();
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
