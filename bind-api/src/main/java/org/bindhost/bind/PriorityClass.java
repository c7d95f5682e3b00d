package org.bindhost.bind;

/**
 * The classes of urgency, most urgent first. A class goes before those below it: while it moves,
 * they have a small share, or none if that is configured.
 */
public enum PriorityClass {
    /** Someone is waiting for it. */
    URGENT,
    /** The usual. */
    NORMAL,
    /** When nothing else wants to move, and for a small share of the rest. */
    BACKGROUND
}
