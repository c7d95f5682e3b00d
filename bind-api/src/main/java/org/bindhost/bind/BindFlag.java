package org.bindhost.bind;

/** How a client wants a bind carried out. Source: {@code BINDF}. */
public enum BindFlag {
    /**
     * The bind call returns at once, and the result comes through the callback (D-01). Without it
     * the bind is over before the call returns (D-02).
     */
    ASYNCHRONOUS,
    /**
     * Data moves only as the client reads it (E-02). Without it the data is pushed: it moves
     * whether anyone reads or not (E-03). Has a meaning only together with {@link #ASYNCHRONOUS}
     * (E-01).
     */
    PULL_DATA,
    /** A redirect is a failure, reason {@code REDIRECT_FAILED} (D-29). */
    NO_REDIRECTS,
    /**
     * What is written is forced to the device, its name included, before the commit is reported: it
     * is still there after a power failure. A class that cannot tell ignores it.
     */
    DURABLE
}
