package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Percent escapes. */
final class Escapes {

    static final int ESCAPE_CHARS = 3;

    private Escapes() {}

    /** The byte that an escape stands for. */
    static int value(String text, int at, int end) throws BadUrl {
        int high = at + 1 < end ? Characters.hex(text.charAt(at + 1)) : -1;
        int low = at + 2 < end ? Characters.hex(text.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw new BadUrl(at, "has a % without two hexadecimal digits behind it");
        }
        return high << 4 | low;
    }

    /** What a text stands for, in UTF-8 where it is not escaped. */
    static byte[] bytes(String text, int from, int to) throws BadUrl {
        var bytes = new ByteArrayOutputStream(to - from);
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '%') {
                bytes.write(value(text, at, to));
                at += ESCAPE_CHARS;
            } else {
                int c = text.codePointAt(at);
                bytes.writeBytes(Character.toString(c).getBytes(UTF_8));
                at += Character.charCount(c);
            }
        }
        return bytes.toByteArray();
    }

    /** Decodes what is escaped, as UTF-8. */
    static String decode(String text, int from, int to) throws BadUrl {
        byte[] bytes = bytes(text, from, to);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadUrl(from, "has escapes in its host that are no UTF-8");
        }
    }
}
