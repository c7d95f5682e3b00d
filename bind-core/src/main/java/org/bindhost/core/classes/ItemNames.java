package org.bindhost.core.classes;

import java.util.Locale;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;

/**
 * Items as values. As text an item is its delimiter and its name, in which {@code "!!"} stands for
 * an exclamation mark and a percent sign with two hexadecimal digits for any of the first 256
 * characters, such as {@code %05} for one that cannot be seen.
 */
public final class ItemNames {

    public static final String CLASS = "item";

    private static final int HEX = 16;
    private static final int ESCAPE_CHARS = 3;

    private ItemNames() {}

    public static boolean isItem(MonikerPart part) {
        return part.monikerClass().equals(CLASS);
    }

    /** The part of a name with nothing in it escaped. */
    public static MonikerPart part(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an item has a name");
        }
        return new MonikerPart(CLASS, fold(name), DelimitedName.DELIMITER + write(name));
    }

    /** The part of a name as it is written, delimiter included. */
    static MonikerPart parse(DelimitedName written) {
        String text = DelimitedName.DELIMITER + written.text();
        return new MonikerPart(CLASS, fold(decode(written.name())), text);
    }

    /** What to ask the container for: the name with its case, as far as that is known. */
    static String name(MonikerPart part) {
        String text = part.text();
        boolean delimited = !text.isEmpty() && text.charAt(0) == DelimitedName.DELIMITER;
        String name = decode(DelimitedName.of(delimited ? text.substring(1) : text).name());
        return fold(name).equals(part.key()) ? name : part.key();
    }

    /** B-19: names of items are the same if they differ in case only. */
    private static String fold(String name) {
        return isFolded(name)
                ? name
                : name.codePoints()
                        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
    }

    /** Whether that is seen at once, as of most names. */
    private static boolean isFolded(String name) {
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String write(String name) {
        var out = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            boolean seemsEscape = c == '%' && isEscape(name, at);
            boolean seemsDoubled = c == DelimitedName.DELIMITER && at == 0;
            out.append(
                    seemsEscape || seemsDoubled || Character.isISOControl(c)
                            ? String.format(Locale.ROOT, "%%%02X", (int) c)
                            : DelimitedName.write(String.valueOf(c)));
        }
        return out.toString();
    }

    private static String decode(String name) {
        if (name.indexOf('%') < 0) {
            return name;
        }
        var out = new StringBuilder(name.length());
        int at = 0;
        while (at < name.length()) {
            if (isEscape(name, at)) {
                out.append((char) Integer.parseInt(name, at + 1, at + ESCAPE_CHARS, HEX));
                at += ESCAPE_CHARS;
            } else {
                out.append(name.charAt(at++));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String name, int at) {
        return name.charAt(at) == '%'
                && at + ESCAPE_CHARS <= name.length()
                && isHex(name.charAt(at + 1))
                && isHex(name.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return c < 0x80 && Character.digit(c, HEX) >= 0;
    }
}
