package org.bindhost.moniker;

/**
 * Whether binding a name may have to wait for something far away.
 *
 * <p>Source: {@code IsAsyncMoniker}, which knew only yes and no.
 */
public enum Asynchrony {
    /** Its class transfers data from elsewhere: bind it with a callback. */
    ASYNCHRONOUS,
    /** Its class answers from this machine. */
    SYNCHRONOUS,
    /** Its class is absent at the moment, so nobody knows. */
    UNKNOWN
}
