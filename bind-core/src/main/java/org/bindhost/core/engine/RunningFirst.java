package org.bindhost.core.engine;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.Moniker;

/**
 * Finds what runs under a name, or has it made (B-28). What runs may be somebody's service, and
 * getting it take its time, so that it is got where that may be.
 *
 * @param core whose running objects they are
 * @param asking who asks for it, under which name
 * @param type what the object is wanted as
 * @param <T> what the object is wanted as
 */
record RunningFirst<T>(Core core, HopAsking asking, Class<T> type) {

    /** What becomes of it; one of them is called, once. */
    record Then<T>(Consumer<T> found, Runnable make, Consumer<BindException> failed) {}

    private Moniker name() {
        return asking.hop().moniker();
    }

    void find(Then<T> then) {
        try {
            asking.check(); // what runs is as far away as what is made
        } catch (BindException e) {
            then.failed().accept(asking.told(e));
            return;
        }
        if (!core.running().isRunning(name())) {
            then.make().run();
            return;
        }
        try {
            core.threads().waiting().execute(() -> findOrMake(then));
        } catch (RejectedExecutionException e) { // the engine is closing
            then.failed().accept(DriverFailures.flatten(name(), e));
        }
    }

    private void findOrMake(Then<T> then) {
        try {
            core.running().find(name(), type).ifPresentOrElse(then.found(), then.make());
        } catch (RuntimeException | LinkageError e) { // a service that could not be made
            then.failed().accept(DriverFailures.flatten(name(), e));
        }
    }
}
