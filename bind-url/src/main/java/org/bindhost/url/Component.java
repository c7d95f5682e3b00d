package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The components of a URL that are text, and their canonical form: what need not be escaped is not,
 * what must be is, and escapes are in upper case (RFC 3986, 6.2.2; RFC 3987, 3.1).
 */
enum Component {
    USER("user", Characters.USER, 0),
    PATH("path", Characters.PATH, Characters.ESCAPED),
    QUERY("query", Characters.QUERY, Characters.ESCAPED),
    FRAGMENT("fragment", Characters.QUERY, Characters.ESCAPED);

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int ESCAPE_CHARS = 3;

    private final String title;
    private final int allowed;
    private final int escaped;

    Component(String title, int allowed, int escaped) {
        this.title = title;
        this.allowed = allowed;
        this.escaped = escaped;
    }

    /** Reads this component from a part of a text; almost always it is canonical already. */
    String canonical(String text, int from, int to) throws BadUrl {
        for (int at = from; at < to; at++) {
            if (!Characters.is(text.charAt(at), allowed)) {
                return rewritten(text, from, to, at);
            }
        }
        return text.substring(from, to);
    }

    private String rewritten(String text, int from, int to, int odd) throws BadUrl {
        var out = new StringBuilder(to - from + 16).append(text, from, odd);
        int at = odd;
        while (at < to) {
            char c = text.charAt(at);
            if (Characters.is(c, allowed)) {
                out.append(c);
                at++;
            } else if (c == '%') {
                normalize(Escapes.value(text, at, to), out);
                at += ESCAPE_CHARS;
            } else {
                int whole = text.codePointAt(at);
                check(whole, at);
                escape(whole, out);
                at += Character.charCount(whole);
            }
        }
        return out.toString();
    }

    private void check(int c, int at) throws BadUrl {
        boolean isTaken =
                c < 0x80 ? isEscaped((char) c) : Characters.isInternational(c, this == QUERY);
        if (Character.isBmpCodePoint(c) && Character.isSurrogate((char) c)) {
            throw new BadUrl(at, "has half a character, an unpaired surrogate, in its " + title);
        }
        if (!isTaken) {
            throw new BadUrl(at, "has " + Characters.named(c) + " in its " + title);
        }
    }

    private boolean isEscaped(char c) {
        return Characters.is(c, escaped) || (c == '#' && this == FRAGMENT);
    }

    private static void normalize(int value, StringBuilder out) {
        if (Characters.is((char) value, Characters.UNRESERVED)) {
            out.append((char) value);
        } else {
            append(value, out);
        }
    }

    private static void escape(int c, StringBuilder out) {
        for (byte b : Character.toString(c).getBytes(UTF_8)) {
            append(b & 0xFF, out);
        }
    }

    private static void append(int value, StringBuilder out) {
        out.append('%').append(HEX[value >> 4]).append(HEX[value & 0xF]);
    }
}
