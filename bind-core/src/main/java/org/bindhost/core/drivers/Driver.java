package org.bindhost.core.drivers;

import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Registration;
import org.bindhost.spi.MonikerClass;

/**
 * A moniker class in use, which can be withdrawn: once {@link #withdraw} has returned, no thread of
 * ours is inside it and none enters it again.
 */
public final class Driver {

    private final DriverTraits traits;
    private final MonikerClass service;
    private final Presence presence = new Presence();

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
         * @throws BindException if that is what comes of it
         */
        T inside(MonikerClass service) throws BindException;
    }

    public DriverTraits traits() {
        return traits;
    }

    /** Whether it has an ability; one that is leaving still has. */
    public boolean can(Class<?> ability) {
        return ability.isInstance(service);
    }

    /**
     * Goes inside, does something, and comes out.
     *
     * @throws BindException if the driver is leaving, reason {@code DRIVER_GONE}, or what the visit
     *     throws
     */
    public <T> T call(Visit<T> visit) throws BindException {
        if (!presence.enter(Presence.State.PRESENT)) {
            throw gone();
        }
        try {
            return visit.inside(service);
        } finally {
            presence.leave();
        }
    }

    /**
     * Does something to what is the driver's, which is allowed until it has gone. What the driver
     * throws is logged and goes no further: whoever cancels has other things to do.
     *
     * @return whether it was done
     */
    public boolean release(Runnable action) {
        if (!presence.enter(Presence.State.LEAVING)) {
            return false;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            System.getLogger(Driver.class.getName())
                    .log(System.Logger.Level.WARNING, "the driver " + traits.name() + " threw", e);
        } finally {
            presence.leave();
        }
        return true;
    }

    /** Registers what to do when the driver is withdrawn; done at once if it is leaving already. */
    public Registration onWithdraw(Runnable action) {
        return presence.onWithdraw(action);
    }

    /** Tells its users, and returns when no thread is inside any more. */
    void withdraw() {
        presence.withdraw();
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
}
