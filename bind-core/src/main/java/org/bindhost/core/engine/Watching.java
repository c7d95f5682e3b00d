package org.bindhost.core.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.ChangeListener;
import org.bindhost.bind.Registration;
import org.bindhost.core.drivers.Driver;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.WatchableMonikerClass;

/**
 * One watch of a client's: passes on what a driver notices, on the engine's threads, one call at a
 * time. Changes that come while one is still to be told are told with it.
 */
final class Watching implements Registration, WatchableMonikerClass.Watcher {

    private final Moniker moniker;
    private final ChangeListener listener;
    private final Executor turns;
    private final Runnable onClose;
    private final Serial calls = new Serial();
    private final AtomicBoolean posted = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final OneRegistration atDriver = new OneRegistration();
    private final OneRegistration withdrawal = new OneRegistration();

    /**
     * Creates a watch that has not begun.
     *
     * @param onClose run when it has ended, whoever ended it
     */
    Watching(Moniker moniker, ChangeListener listener, Executor turns, Runnable onClose) {
        this.moniker = moniker;
        this.listener = listener;
        this.turns = turns;
        this.onClose = onClose;
    }

    void begin(Driver driver) throws BindException {
        if (moniker.left().isPresent() || !driver.can(WatchableMonikerClass.class)) {
            throw new BindException(Reason.UNSUPPORTED, moniker + " cannot be watched");
        }
        Registration made = driver.call(this::watch);
        atDriver.set(() -> driver.release(made::close));
        withdrawal.set(driver.onWithdraw(() -> ended(driver.gone())));
    }

    private Registration watch(MonikerClass service) throws BindException {
        try {
            return ((WatchableMonikerClass) service).watch(moniker.last(), this);
        } catch (RuntimeException e) { // a driver's bug is no bug of whoever calls
            throw DriverFailures.flatten(moniker, e);
        }
    }

    @Override
    public void changed() {
        if (!closed.get() && posted.compareAndSet(false, true)) {
            later(this::tell);
        }
    }

    private void tell() {
        posted.set(false);
        if (!closed.get()) {
            listener.onChanged(moniker);
        }
    }

    @Override
    public void ended(BindException why) {
        if (end()) {
            later(() -> listener.onWatchEnded(moniker, why));
        }
    }

    private void later(Runnable call) {
        try {
            turns.execute(() -> calls.run(call));
        } catch (RejectedExecutionException e) {
            end(); // the engine has closed, and nobody is left to be told
        }
    }

    @Override
    public void close() {
        end();
    }

    private boolean end() {
        boolean first = closed.compareAndSet(false, true);
        if (first) {
            withdrawal.close();
            atDriver.close();
            onClose.run();
        }
        return first;
    }
}
