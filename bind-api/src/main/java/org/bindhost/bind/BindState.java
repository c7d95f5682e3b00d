package org.bindhost.bind;

/**
 * Where a bind stands.
 *
 * <pre>
 *   STARTING ──▶ ACTIVE ◀──▶ SUSPENDED
 *      │           ├──▶ COMPLETED ◀─┤
 *      ├───────────┼──▶ FAILED ◀────┤
 *      └───────────┴──▶ ABORTED ◀───┘
 * </pre>
 *
 * <p>A suspended bind completes only if its last byte had been told of when it was suspended.
 */
public enum BindState {
    /** Accepted; the callback has not been asked to start it yet. */
    STARTING,
    /** Waiting for its turn to transfer, or transferring. */
    ACTIVE,
    /** Holding still until resumed. */
    SUSPENDED,
    /** Ended: everything was transferred. */
    COMPLETED,
    /** Ended: it failed. */
    FAILED,
    /** Ended: it was aborted. */
    ABORTED;

    /**
     * Tells whether the bind has ended.
     *
     * @return {@code true} for the three states that no state follows
     */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == ABORTED;
    }
}
