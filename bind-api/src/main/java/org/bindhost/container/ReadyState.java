package org.bindhost.container;

/**
 * How far a control has come with loading. Within one load it only goes forward, and may skip
 * (K-08).
 *
 * <p>Source: {@code READYSTATE}, without its numbers.
 */
public enum ReadyState {
    /** Nothing has been loaded. */
    UNINITIALIZED,
    /** Properties are being loaded. */
    LOADING,
    /** Properties are loaded; data named by paths may be missing. */
    LOADED,
    /** Some of that data is there, and the control can be used. */
    INTERACTIVE,
    /** All of it is there. */
    COMPLETE
}
