package org.bindhost.core.engine;

import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOutcome;
import org.bindhost.moniker.Moniker;

/** Outcomes and exceptions, each told as the other. */
final class Endings {

    private Endings() {}

    /** What ended a bind; an abort is no failure, and still ends it. */
    static BindOutcome outcome(BindException cause) {
        return cause.reason() == Reason.ABORTED
                ? new BindOutcome.Aborted()
                : new BindOutcome.Failed(cause);
    }

    /** Why a bind ended before it was complete; empty if it is complete. */
    static Optional<BindException> cause(Moniker moniker, BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Failed failed) {
            return Optional.of(failed.cause());
        }
        return outcome instanceof BindOutcome.Aborted
                ? Optional.of(
                        new BindException(
                                Reason.ABORTED, "the bind of " + moniker + " was aborted"))
                : Optional.empty();
    }
}
