package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * A name as far as the delimiter of the item that follows it. In every text {@code '!'} begins an
 * item, and {@code "!!"} is the character itself; a {@code '!'} with nothing behind it delimits
 * nothing and is the character too. No name begins with the character, since what delimits it would
 * seem to double it.
 *
 * @param text the name as it is written, up to the delimiter; with a {@code '!'} at its end
 *     doubled, so that an item may follow
 * @param name the same with each {@code "!!"} replaced by {@code '!'}
 * @param length how many {@code char}s of the text it was taken from it takes up
 */
public record DelimitedName(String text, String name, int length) {

    /** What begins an item. */
    public static final char DELIMITER = '!';

    /** Checks that nothing is missing. */
    public DelimitedName {
        requireNonNull(text, "text");
        requireNonNull(name, "name");
    }

    /**
     * Takes the first name of a text.
     *
     * @param text the text
     * @return its first name; all of it if it has no delimiter
     */
    public static DelimitedName of(String text) {
        int at = text.indexOf(DELIMITER);
        if (at < 0) {
            return new DelimitedName(text, text, text.length());
        }
        int end = end(text, at);
        String written = text.substring(0, end);
        String name = read(written);
        boolean isOpen = trailing(written) % 2 == 1;
        return new DelimitedName(isOpen ? written + DELIMITER : written, name, end);
    }

    private static int trailing(String text) {
        int at = text.length();
        while (at > 0 && text.charAt(at - 1) == DELIMITER) {
            at--;
        }
        return text.length() - at;
    }

    /**
     * Writes a name so that no item seems to begin within it.
     *
     * @param name the name
     * @return the text that {@link #of} reads as this name, to its end
     */
    public static String write(String name) {
        return name.replace("!", "!!");
    }

    /**
     * Reads a name that was {@link #write written}, or one in which a single {@code '!'} is the
     * character as well.
     *
     * @param text the text of one name
     * @return the name
     */
    public static String read(String text) {
        return text.replace("!!", "!");
    }

    /**
     * Finds where the names of a text end: before each item, and at the end of the text.
     *
     * @param text the text
     * @param from where to begin: at a name, or at the delimiter before one
     * @param most how many ends to look for
     * @return the ends, in {@code char}s from the start of the text, the least first
     */
    public static List<Integer> ends(String text, int from, int most) {
        var ends = new ArrayList<Integer>();
        int end = from;
        while (end < text.length() && ends.size() < most) {
            int start = text.charAt(end) == DELIMITER ? end + 1 : end;
            end = start + of(text.substring(start)).length();
            ends.add(end);
        }
        return ends;
    }

    private static int end(String text, int first) {
        int at = first;
        while (at >= 0 && at + 1 < text.length()) {
            if (text.charAt(at + 1) != DELIMITER) {
                return at;
            }
            at = text.indexOf(DELIMITER, at + 2);
        }
        return text.length();
    }
}
