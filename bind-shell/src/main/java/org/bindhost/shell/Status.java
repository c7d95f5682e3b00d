package org.bindhost.shell;

/** How a verb ends, in the numbers of a command line. */
final class Status {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    private Status() {}
}
