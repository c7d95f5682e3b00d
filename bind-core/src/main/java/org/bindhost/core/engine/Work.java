package org.bindhost.core.engine;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;

/**
 * What a binding carries out: a reading, a writing, the making of an object. Its steps call back
 * through {@link EngineBinding#step}.
 */
interface Work {

    /** Begins; called in a turn, once, after {@code onStartBinding}. */
    void begin();

    /** The bind has ended, before it was complete if there is a cause. Any thread; once. */
    void end(Optional<BindException> cause);

    /** What there is to be heard between the end and {@code onStopBinding}; called in a turn. */
    default void lastWords(Client client) throws BindException {}

    /** After {@code onStopBinding}; called in a turn. */
    default void stopped() {}

    /** How urgent it is from now on. Any thread; whoever calls later wins. */
    void priority(Priority priority);

    /** Whether it is to hold still. Any thread; whoever calls later wins. */
    void suspended(boolean isSuspended);

    /** It waits for another bind, which may need the place that it holds. */
    default void waits() {}

    /** What a later bind needs to go on with it. */
    default Optional<Resumption> resumption() {
        return Optional.empty();
    }

    /** Bytes transferred so far. */
    long current();

    /** Bytes expected in all. */
    OptionalLong maximum();
}
