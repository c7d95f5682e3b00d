package org.bindhost.shell;

import java.util.function.Predicate;
import org.bindhost.bind.Binding;

/** What can be done to a transfer without saying more. */
enum Steering {
    SUSPEND(Binding::suspend, "is not active"),
    RESUME(Binding::resume, "is not suspended"),
    ABORT(Binding::abort, "has ended already");

    @SuppressWarnings("ImmutableEnumChecker") // Method references hold nothing.
    private final Predicate<Binding> act;

    private final String refusal;

    Steering(Predicate<Binding> act, String refusal) {
        this.act = act;
        this.refusal = refusal;
    }

    /** Does it, and returns whether it had an effect. */
    boolean applyTo(Binding binding) {
        return act.test(binding);
    }

    /** Says why it had none. */
    String refusal() {
        return refusal;
    }
}
