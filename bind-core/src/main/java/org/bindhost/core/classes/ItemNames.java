package org.bindhost.core.classes;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.VisibleText;

/**
 * Items as values. As text an item is its delimiter and its name, in which {@code "!!"} stands for
 * an exclamation mark and percent escapes of UTF-8 for anything, such as {@code %05} for what
 * cannot be seen; a percent sign that begins no escape is itself.
 */
public final class ItemNames {

    public static final String CLASS = "item";

    private static final int MOST_CHARS = 8 * 1024;
    private static final int HEX = 16;
    private static final int ESCAPE_CHARS = 3;

    private ItemNames() {}

    public static boolean isItem(MonikerPart part) {
        return part.monikerClass().equals(CLASS);
    }

    /** The part of a name with nothing in it escaped. */
    public static MonikerPart part(String name) {
        if (name.isEmpty() || name.length() > MOST_CHARS || !isText(name)) {
            throw new IllegalArgumentException(
                    "an item has a name of 1 to " + MOST_CHARS + " whole characters");
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

    private static boolean isText(String name) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }

    private static String write(String name) {
        var out = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); ) {
            String character = Character.toString(name.codePointAt(at));
            boolean seemsEscape = name.charAt(at) == '%' && isEscape(name, at);
            boolean seemsDoubled = name.charAt(at) == DelimitedName.DELIMITER && at == 0;
            boolean isHidden = !VisibleText.isVisible(character);
            out.append(
                    seemsEscape || seemsDoubled || isHidden
                            ? escape(character)
                            : DelimitedName.write(character));
            at += character.length();
        }
        return out.toString();
    }

    private static String escape(String character) {
        var out = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format(Locale.ROOT, "%%%02X", b));
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
            int end = at;
            while (end < name.length() && isEscape(name, end)) {
                end += ESCAPE_CHARS;
            }
            if (end > at) {
                out.append(decodeEscapes(name.substring(at, end)));
                at = end;
            } else {
                out.append(name.charAt(at++));
            }
        }
        return out.toString();
    }

    /** Escapes that are no UTF-8 stand for themselves. */
    private static String decodeEscapes(String escapes) {
        var bytes = ByteBuffer.allocate(escapes.length() / ESCAPE_CHARS);
        for (int at = 0; at < escapes.length(); at += ESCAPE_CHARS) {
            bytes.put((byte) Integer.parseInt(escapes, at + 1, at + ESCAPE_CHARS, HEX));
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            return escapes;
        }
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
