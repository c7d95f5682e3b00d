package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.regex.Pattern;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;

/**
 * A name that has its bytes in it: RFC 2397.
 *
 * @param mediaType the type, which is {@code text/plain} of US-ASCII if none is written
 * @param isBase64 whether the bytes are written in base64; otherwise as characters and escapes
 * @param data the bytes as they are written
 */
record DataUrl(String mediaType, boolean isBase64, String data) {

    static final String SCHEME = "data:";

    private static final String TYPE = "text/plain";
    private static final String USUAL_TYPE = TYPE + ";charset=US-ASCII";
    private static final Pattern BASE64 = Pattern.compile("(?i);\\s*base64\\s*$");

    static boolean is(String text) {
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * Reads a name; whether base64 is what it should be is found out when it is decoded.
     *
     * @param text the name from its scheme on
     * @throws BadUrl if it has no comma, or a bad escape
     */
    static DataUrl parse(String text) throws BadUrl {
        int comma = text.indexOf(',');
        if (comma < 0) {
            throw new BadUrl(text.length(), "has no comma, behind which its data would be");
        }
        int hash = text.indexOf('#', comma);
        int end = hash < 0 ? text.length() : hash;
        Escapes.bytes(text, comma + 1, end); // a bad one is found here
        String head = text.substring(SCHEME.length(), comma);
        String type = BASE64.matcher(head).replaceFirst("");
        return new DataUrl(
                withDefaults(type), type.length() < head.length(), text.substring(comma + 1, end));
    }

    private static String withDefaults(String type) {
        if (type.isBlank()) {
            return USUAL_TYPE;
        }
        return type.startsWith(";") ? TYPE + type : type;
    }

    /** The one form of all that are read the same way. */
    String key() {
        String type = mediaType.equalsIgnoreCase(USUAL_TYPE) ? "" : mediaType;
        return SCHEME + type + (isBase64 ? ";base64," : ",") + data;
    }

    /**
     * Decodes the bytes.
     *
     * @throws BindException if they are not written as they say
     */
    byte[] bytes() throws BindException {
        try {
            byte[] plain = Escapes.bytes(data, 0, data.length());
            if (!isBase64) {
                return plain;
            }
            String digits = new String(plain, ISO_8859_1).replaceAll("[ \\t\\r\\n\\f]", "");
            return Base64.getDecoder().decode(digits);
        } catch (BadUrl | IllegalArgumentException e) {
            throw new BindException(
                    Reason.SYNTAX, "the data of a data: URL of " + mediaType + " is not base64", e);
        }
    }
}
