package org.bindhost.bind;

/** The classes of urgency, most urgent first. A class goes before those below it. */
public enum PriorityClass {
    /** Someone is waiting for it. */
    URGENT,
    /** The usual. */
    NORMAL,
    /** When nothing else wants to move. */
    BACKGROUND
}
