package org.bindhost.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Where a verb was called from.
 *
 * @param in what it reads
 * @param out where results go
 * @param err where failures and progress go
 * @param columns how wide the terminal at {@code err} is, or empty if there is none
 * @param directory the absolute directory that relative file names are relative to
 */
record Session(
        InputStream in, PrintStream out, PrintStream err, OptionalInt columns, Path directory) {

    /** Says what went wrong, in one line. */
    void complain(String message) {
        err.println("bindhost: " + Shown.line(message));
        err.flush();
    }

    /** Says what is odd about a name, or went wrong with it, in one line. */
    void complain(String name, String message) {
        complain(Shown.line(name, message));
    }

    /** Tells a result, in one line. */
    void tell(String line) {
        out.println(Shown.text(line));
        out.flush();
    }

    /** Says why something asked for of a name failed, and returns the status to end with. */
    int fail(String name, Throwable failure) {
        return fail(name, Failure.of(failure));
    }

    /** Says why something asked for of a name failed, and returns the status to end with. */
    int fail(String name, Failure failure) {
        complain(name, failure.message());
        return Status.FAILED;
    }

    /** Writes a path as briefly as it can be understood here. */
    String shorten(Path path) {
        return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
    }
}
