package org.bindhost.core.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bindhost.spi.VisibleText;

/**
 * What may stand in a name at all. Names come from strangers: what cannot be seen is refused, and
 * what looks like a delimiter is pointed out.
 */
final class NameText {

    /** Longer texts are no names; it bounds what a hostile one can cost. */
    static final int MAX_CHARS = 8 * 1024;

    static final int MAX_PARTS = 64;

    private static final Map<Integer, Character> LOOK_ALIKES =
            Map.ofEntries(
                    Map.entry(0x01C3, '!'), // the click of some languages
                    Map.entry(0x203C, '!'),
                    Map.entry(0xFE57, '!'),
                    Map.entry(0xFF01, '!'),
                    Map.entry(0x2044, '/'),
                    Map.entry(0x2215, '/'),
                    Map.entry(0x29F8, '/'),
                    Map.entry(0xFF0F, '/'),
                    Map.entry(0x2216, '\\'),
                    Map.entry(0xFE68, '\\'),
                    Map.entry(0xFF3C, '\\'),
                    Map.entry(0x02D0, ':'),
                    Map.entry(0x2236, ':'),
                    Map.entry(0xA789, ':'),
                    Map.entry(0xFE55, ':'),
                    Map.entry(0xFF1A, ':'));

    private NameText() {}

    /** Why a text is no name, whatever the classes present may think of it. */
    static Optional<String> problem(String text) {
        if (text.isEmpty()) {
            return Optional.of("an empty text is no name");
        }
        if (text.length() > MAX_CHARS) {
            return Optional.of(
                    "a name has at most " + MAX_CHARS + " characters, not " + text.length());
        }
        for (int at = 0; at < text.length(); at++) {
            if (VisibleText.isInvisible(text, at)) {
                return Optional.of(
                        "a name has no characters that cannot be seen, such as "
                                + code(text.codePointAt(at))
                                + " at character "
                                + (at + 1));
            }
        }
        return Optional.empty();
    }

    /** What looks like a delimiter and is none: each such letter once, however often it comes. */
    static List<String> warnings(String text) {
        var warnings = new ArrayList<String>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c > 0x7F && LOOK_ALIKES.containsKey((int) c) && text.indexOf(c) == at) {
                warnings.add(
                        code(c)
                                + " at character "
                                + (at + 1)
                                + " looks like '"
                                + LOOK_ALIKES.get((int) c)
                                + "' and is not");
            }
        }
        return warnings;
    }

    /**
     * The text as messages may show it: nothing in it is invisible, and there is not much of it.
     */
    static String shown(String text) {
        int most = 200;
        String head = text.length() > most ? text.substring(0, most) + "..." : text;
        var out = new StringBuilder(head.length());
        for (int at = 0; at < head.length(); at++) {
            if (VisibleText.isInvisible(head, at)) {
                out.append('<').append(code(head.charAt(at))).append('>');
            } else {
                out.append(head.charAt(at));
            }
        }
        return out.toString();
    }

    private static String code(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
