package org.bindhost.url;

import java.util.Locale;

/** Percent escapes in their one canonical form: RFC 3986, 6.2.2. */
final class Escapes {

    private static final int ESCAPE_CHARS = 3;
    private static final int HEX = 16;

    private Escapes() {}

    /** Decodes what need not be escaped, and writes the other escapes in upper case. */
    static String normalize(String raw) {
        var out = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); ) {
            if (raw.charAt(at) == '%') {
                out.append(one(raw.substring(at, at + ESCAPE_CHARS)));
                at += ESCAPE_CHARS;
            } else {
                out.append(raw.charAt(at++));
            }
        }
        return out.toString();
    }

    private static String one(String escape) {
        int value = Integer.parseInt(escape.substring(1), HEX);
        return isUnreserved(value) ? Character.toString(value) : escape.toUpperCase(Locale.ROOT);
    }

    private static boolean isUnreserved(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    }
}
