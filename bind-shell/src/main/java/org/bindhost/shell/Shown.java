package org.bindhost.shell;

import static java.util.stream.Collectors.joining;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what people are shown of texts that come from strangers, such as names, answers of
 * servers and messages: nothing that would steer a terminal, deceive whoever reads it, or bury the
 * rest. Whatever is printed has come through here, except the bytes that {@code cat} writes.
 *
 * <p>What cannot be seen is written as in JSON, so that it can be.
 */
final class Shown {

    private static final int NAME_CHARS = 200;
    private static final int LINE_CHARS = 1000;
    private static final String CUT = "...";

    /** Controls, marks of direction and the like, and letters without a shape; no joiners. */
    private static final Pattern HIDDEN =
            Pattern.compile(
                    "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\u034f\\u115f\\u1160\\u3164\\uffa0"
                            + "&&[^\\u200c\\u200d]]");

    private static final Pattern PASSWORD = password("^", "");
    private static final Pattern PASSWORD_WITHIN = password("(?:^|[\\s\"])", "\\s\"");

    private Shown() {}

    /** It may be read as one even where the slashes before the user are missing. */
    private static Pattern password(String begin, String ends) {
        String scheme = begin + "(?!file:)[A-Za-z][A-Za-z0-9+.-]+:[/\\\\]*";
        String host = "(?:^|:)[/\\\\]{2,}";
        String user = "[^/\\\\?#:" + ends + "]*:";
        String secret = "[^/\\\\?#" + ends + "]*";
        return Pattern.compile("((?:" + scheme + "|" + host + ")" + user + ")" + secret + "@");
    }

    /** A whole text, however long it is. */
    static String text(String text) {
        return replaceHidden(text, Shown::escaped);
    }

    /** A text among others, cut in the middle if it is long. */
    static String cell(String text) {
        return cut(text(text), NAME_CHARS);
    }

    /** A name in a message, without its password. */
    static String name(String name) {
        return cell(withoutPassword(name));
    }

    /** A name without its password, which anybody may see who looks over a shoulder. */
    static String withoutPassword(String name) {
        return PASSWORD.matcher(name).replaceAll("$1***@");
    }

    /** A message, whatever names it holds. */
    static String line(String message) {
        return cut(text(PASSWORD_WITHIN.matcher(message).replaceAll("$1***@")), LINE_CHARS);
    }

    /** A message about a name, which is in it or not. */
    static String line(String name, String message) {
        String shown = name(name);
        String about = name.isEmpty() ? message : message.replace(name, shown);
        return line(about.startsWith('"' + shown + '"') ? about : shown + ": " + about);
    }

    /** A text of JSON, in which it is within strings that there is anything to hide. */
    static String json(String json) {
        return text(json);
    }

    /** A name for a file, in which what cannot be seen is a low line. */
    static String fileName(String name) {
        return replaceHidden(name, hidden -> "_");
    }

    private static String replaceHidden(String text, UnaryOperator<String> replacement) {
        return HIDDEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group())));
    }

    private static String escaped(String hidden) {
        return hidden.chars().mapToObj("\\u%04x"::formatted).collect(joining());
    }

    /** The end of a name tells as much as its beginning. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = (most - CUT.length()) / 2;
        int start = text.length() - (most - CUT.length() - end);
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + CUT
                + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
