package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * What a bind context asks of every bind made with it. Source: {@code BIND_OPTS}.
 *
 * @param mode whether to read, to write or to append
 * @param priority how urgent, unless the callback says otherwise
 * @param deadline when to give up, or empty to wait as long as it takes (C-07); see {@link
 *     BindContext#DEADLINE_MONIKER}
 * @param requester for whom, or empty for whoever makes the call. Whoever names another gains
 *     nothing by it: what is asked for must be allowed to both, unless the caller is a bundle that
 *     hosts controls
 * @param executor where callbacks run, one at a time; or empty for the engine's own threads
 */
public record BindOptions(
        Mode mode,
        Priority priority,
        Optional<Instant> deadline,
        Optional<Requester> requester,
        Optional<Executor> executor) {

    /** Reading, usual priority, no deadline, on the engine's threads. */
    public static final BindOptions DEFAULT =
            new BindOptions(
                    Mode.READ,
                    Priority.NORMAL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Whether a bind reads or writes what it names. */
    public enum Mode {
        /** Reads what is there. */
        READ,
        /** Writes it anew: it appears whole at the commit, or not at all. */
        WRITE,
        /**
         * Writes behind what is there, if anything is: the old and the new together appear at the
         * commit, or the old stays as it is. Fails with reason {@code UNSUPPORTED} where the class
         * of the name cannot append, and with {@code CHANGED} if what was there is another by the
         * time of the commit.
         */
        APPEND
    }

    /** Checks that nothing is missing. */
    public BindOptions {
        requireNonNull(mode, "mode");
        requireNonNull(priority, "priority");
        requireNonNull(deadline, "deadline");
        requireNonNull(requester, "requester");
        requireNonNull(executor, "executor");
    }

    /**
     * Returns these options with another mode.
     *
     * @param other the mode
     * @return the options
     */
    public BindOptions withMode(Mode other) {
        return new BindOptions(other, priority, deadline, requester, executor);
    }

    /**
     * Returns these options with another priority.
     *
     * @param other the priority
     * @return the options
     */
    public BindOptions withPriority(Priority other) {
        return new BindOptions(mode, other, deadline, requester, executor);
    }

    /**
     * Returns these options with a deadline.
     *
     * @param other when to give up
     * @return the options
     */
    public BindOptions withDeadline(Instant other) {
        return new BindOptions(mode, priority, Optional.of(other), requester, executor);
    }

    /**
     * Returns these options on behalf of someone.
     *
     * @param other for whom
     * @return the options
     */
    public BindOptions withRequester(Requester other) {
        return new BindOptions(mode, priority, deadline, Optional.of(other), executor);
    }

    /**
     * Returns these options with callbacks on an executor of the client's.
     *
     * @param other where callbacks run; if it refuses a task, the bind is aborted
     * @return the options
     */
    public BindOptions withExecutor(Executor other) {
        return new BindOptions(mode, priority, deadline, requester, Optional.of(other));
    }
}
