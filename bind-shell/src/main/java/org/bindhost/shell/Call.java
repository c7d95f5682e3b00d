package org.bindhost.shell;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * One call of a verb: everything it may use.
 *
 * @param engine the services
 * @param session where it was called from
 * @param contexts makes its bind contexts
 * @param workers runs callbacks and writes files; a pool, shared by all calls
 * @param nanoTime the time in nanoseconds, for differences
 */
record Call(
        Engine engine,
        Session session,
        OpenContexts contexts,
        Executor workers,
        LongSupplier nanoTime) {

    Names names() {
        return new Names(engine.monikers(), session.directory());
    }
}
