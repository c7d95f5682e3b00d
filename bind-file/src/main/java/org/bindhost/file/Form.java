package org.bindhost.file;

/** The ways in which names of files begin; they decide how the rest is separated and compared. */
enum Form {
    /** Begins where some other file is. */
    RELATIVE('/', false),
    /** Begins at the one root of a POSIX system. */
    POSIX('/', false),
    /** Begins at a drive of Windows. */
    DRIVE('\\', true),
    /** Begins at what a machine shares. */
    SHARE('\\', true);

    private final char separator;
    private final boolean isWindows;

    Form(char separator, boolean isWindows) {
        this.separator = separator;
        this.isWindows = isWindows;
    }

    /** What is written between two components. */
    char separator() {
        return separator;
    }

    /** Whether a character separates two components when it is read. */
    boolean separates(char character) {
        return character == '/' || (isWindows && character == '\\');
    }

    /** Whether the rules of Windows hold, on whatever system: for characters, names and case. */
    boolean isWindows() {
        return isWindows;
    }
}
