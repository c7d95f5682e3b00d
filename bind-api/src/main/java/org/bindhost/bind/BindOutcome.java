package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

/**
 * How a bind ended. The three ways are all there are, and one object tells the result, the stage of
 * {@link Binding#completion()} and {@link BindStatusCallback#onStopBinding}.
 */
public sealed interface BindOutcome {

    /**
     * Returns the state a bind with this outcome is left in.
     *
     * @return the terminal state
     */
    BindState state();

    /**
     * Everything was transferred.
     *
     * @param length bytes transferred, 0 or more
     */
    record Completed(long length) implements BindOutcome {
        @Override
        public BindState state() {
            return BindState.COMPLETED;
        }
    }

    /**
     * It failed.
     *
     * @param cause what went wrong
     */
    record Failed(BindException cause) implements BindOutcome {
        /** Checks that there is a cause. */
        public Failed {
            requireNonNull(cause, "cause");
        }

        @Override
        public BindState state() {
            return BindState.FAILED;
        }
    }

    /** Someone called {@link Binding#abort()}, or closed what the bind belonged to. */
    record Aborted() implements BindOutcome {
        @Override
        public BindState state() {
            return BindState.ABORTED;
        }
    }
}
