package org.bindhost.url;

import java.util.Locale;

/** Which characters stand where: the rules of RFC 3986, appendix A, and RFC 3987, 2.2. */
final class Characters {

    static final int UNRESERVED = 1;
    static final int USER = 1 << 1;
    static final int HOST = 1 << 2;
    static final int PATH = 1 << 3;
    static final int QUERY = 1 << 4;

    /** No URL has them, but texts that people call URLs do: escaped, they are meant. */
    static final int ESCAPED = 1 << 5;

    private static final int ASCII = 0x80;
    private static final int[] ROLES = new int[ASCII];

    static {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        allow(letters + letters.toUpperCase(Locale.ROOT) + "0123456789-._~", UNRESERVED);
        allow("!$&'()*+,;=", 0);
        ROLES[':'] = USER | PATH | QUERY;
        ROLES['@'] = PATH | QUERY;
        ROLES['/'] = PATH | QUERY;
        ROLES['?'] = QUERY;
        "[]{}|^`".chars().forEach(c -> ROLES[c] = ESCAPED);
    }

    private Characters() {}

    private static void allow(String characters, int role) {
        characters.chars().forEach(c -> ROLES[c] = role | USER | HOST | PATH | QUERY);
    }

    static boolean is(char c, int role) {
        return c < ASCII && (ROLES[c] & role) != 0;
    }

    static boolean isAscii(char c) {
        return c < ASCII;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The value of a hexadecimal digit, which is ASCII, or -1. */
    static int hex(char c) {
        return c < ASCII ? Character.digit(c, 16) : -1;
    }

    /** Whether a character beyond ASCII may stand in a URL: RFC 3987, 2.2 and 4.1. */
    static boolean isInternational(int c, boolean inQuery) {
        boolean isPrivate = within(c, 0xE000, 0xF8FF) || c >= 0xF0000;
        boolean isSpecial =
                within(c, 0xD800, 0xDFFF)
                        || within(c, 0xFDD0, 0xFDEF)
                        || within(c, 0xFFF0, 0xFFFF)
                        || within(c, 0xE0000, 0xE0FFF)
                        || (c & 0xFFFE) == 0xFFFE;
        return c >= 0xA0 && !isSpecial && !turnsText(c) && (inQuery || !isPrivate);
    }

    /** The invisible ones that turn the direction of the text around them. */
    private static boolean turnsText(int c) {
        return within(c, 0x200E, 0x200F) || within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069);
    }

    private static boolean within(int c, int first, int last) {
        return c >= first && c <= last;
    }

    /** How a character is called that stands where it must not. */
    static String named(int c) {
        return switch (c) {
            case ' ' -> "a space";
            case '\\' -> "a backslash";
            case '\t' -> "a tab";
            case '\n', '\r' -> "a line break";
            default ->
                    Character.isISOControl(c) || c >= ASCII
                            ? String.format(Locale.ROOT, "the character U+%04X", c)
                            : "the character " + (char) c;
        };
    }
}
