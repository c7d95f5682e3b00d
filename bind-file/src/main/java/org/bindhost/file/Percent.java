package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Percent signs in URIs: each stands with two digits for a byte, and the bytes for UTF-8. */
final class Percent {

    /** Of what may stay as it is; {@code '!'} begins an item, and {@code ':'} a drive. */
    private static final String UNENCODED = "-._~$&'()*+,;=@";

    private static final String HEX = "0123456789ABCDEF";

    private Percent() {}

    /** Decodes the rest of a text. */
    static String decode(String text, int from) throws MalformedName {
        var decoded = new StringBuilder();
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '?' || character == '#') {
                throw new MalformedName(i, "has a '" + character + "' that is not percent-encoded");
            }
            if (character == '%') {
                i = decodeRun(text, i, decoded) - 1;
            } else {
                decoded.append(character);
            }
        }
        return decoded.toString();
    }

    /** Where in the encoded text something is that is at a place of the decoded rest. */
    static int index(String text, int from, int decoded) {
        int i = from;
        for (int left = decoded; left > 0 && i < text.length(); left--) {
            if (text.charAt(i) != '%') {
                i++;
                continue;
            }
            int bytes = bytesOfCharacter(digits(text, i));
            i += 3 * bytes;
            left -= bytes / 4; // such a character is two chars
        }
        return i;
    }

    static void encode(String name, StringBuilder to) {
        for (byte b : name.getBytes(UTF_8)) {
            char character = (char) (b & 0xFF);
            if (isUnencoded(character)) {
                to.append(character);
            } else {
                to.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
    }

    private static boolean isUnencoded(char character) {
        return PlainName.isLetter(character)
                || (character >= '0' && character <= '9')
                || UNENCODED.indexOf(character) >= 0;
    }

    private static int decodeRun(String text, int from, StringBuilder to) throws MalformedName {
        var bytes = new ByteArrayOutputStream();
        int i = from;
        for (; i < text.length() && text.charAt(i) == '%'; i += 3) {
            int value = digits(text, i);
            if (value < 0) {
                throw new MalformedName(i, "has a '%' without two hexadecimal digits behind it");
            }
            bytes.write(value);
        }
        try {
            to.append(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())));
        } catch (CharacterCodingException e) {
            throw new MalformedName(from, "has encoded bytes that are not UTF-8");
        }
        return i;
    }

    /** The value of the two digits behind a percent sign; negative if there are none. */
    private static int digits(String text, int percent) {
        return percent + 2 < text.length()
                ? (digit(text.charAt(percent + 1)) << 4) | digit(text.charAt(percent + 2))
                : -1;
    }

    private static int digit(char character) {
        return character < 128 ? Character.digit(character, 16) : -1;
    }

    private static int bytesOfCharacter(int first) {
        if (first < 0x80) {
            return 1;
        }
        return first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
    }
}
