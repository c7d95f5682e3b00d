package org.bindhost.launcher;

import static java.util.stream.Collectors.joining;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the process was started with.
 *
 * @param arguments the words of the command line
 * @param in the standard input
 * @param out the standard output
 * @param err the standard error
 * @param directory the current directory, absolute
 * @param columns how wide the terminal is, or empty if there is none
 */
record Launch(
        List<String> arguments,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path directory,
        OptionalInt columns) {

    private static final Pattern HIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}&&[^\\u200c\\u200d]]");

    /** Whether a person wants to talk to the framework itself. */
    boolean isInteractive() {
        return !arguments.isEmpty() && arguments.get(0).equals("shell");
    }

    /** Says what went wrong, in one line. */
    void complain(String message) {
        err.println("bindhost: " + shown(message));
        err.flush();
    }

    /** Names of files come from strangers: what would steer a terminal is written as an escape. */
    private static String shown(String message) {
        return HIDDEN.matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(escaped(found.group())));
    }

    private static String escaped(String hidden) {
        return hidden.chars().mapToObj("\\u%04x"::formatted).collect(joining());
    }

    /** The properties of the service by which bundles learn of this. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("launcher.arguments", arguments.toArray(String[]::new));
        properties.put("launcher.in", in);
        properties.put("launcher.out", out);
        properties.put("launcher.err", err);
        properties.put("launcher.directory", directory);
        columns.ifPresent(width -> properties.put("launcher.columns", width));
        return properties;
    }
}
