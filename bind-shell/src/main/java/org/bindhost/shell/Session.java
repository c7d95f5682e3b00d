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

    private static final int ZERO_WIDTH_JOINER = 0x200D; // part of some faces

    /** Says what went wrong, in one line. */
    void complain(String message) {
        err.println("bindhost: " + shown(message));
        err.flush();
    }

    /** Names and answers come from strangers: what would steer a terminal is not sent to it. */
    private static String shown(String message) {
        var out = new StringBuilder(message.length());
        message.codePoints()
                .forEach(
                        c -> {
                            int type = Character.getType(c);
                            boolean isSeen = type != Character.CONTROL && type != Character.FORMAT;
                            out.appendCodePoint(isSeen || c == ZERO_WIDTH_JOINER ? c : ' ');
                        });
        return out.toString();
    }

    /** Says why something asked for of a name failed, and returns the status to end with. */
    int fail(String name, Throwable failure) {
        return fail(name, Failure.of(failure));
    }

    /** Says why something asked for of a name failed, and returns the status to end with. */
    int fail(String name, Failure failure) {
        complain(name + ": " + failure.message());
        return Status.FAILED;
    }

    /** Writes a path as briefly as it can be understood here. */
    String shorten(Path path) {
        return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
    }
}
