package org.bindhost.bind;

/**
 * A media type, or a range of them, that a client accepts. Order is preference: the first of a list
 * is liked best.
 *
 * <p>Source: {@code FORMATETC} as registered by {@code RegisterFormatEnumerator}; the syntax is
 * that of the {@code Accept} header.
 *
 * @param type the type, such as {@code "image"}, or {@code "*"}; lower case
 * @param subtype the subtype, such as {@code "png"}, or {@code "*"}; lower case
 */
public record MediaRange(String type, String subtype) {

    /** Accepts anything; what no list means (C-12). */
    public static final MediaRange ANY = new MediaRange("*", "*");

    /** Checks the two names. */
    public MediaRange {
        if (!isName(type) || !isName(subtype) || (type.equals("*") && !subtype.equals("*"))) {
            throw new IllegalArgumentException("no media range: " + type + "/" + subtype);
        }
    }

    /**
     * Parses a media range.
     *
     * @param text such as {@code "image/png"}, {@code "image/*"}
     * @return the range
     * @throws IllegalArgumentException if the text is none
     */
    public static MediaRange of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("no media range: " + text);
        }
        return new MediaRange(text.substring(0, slash), text.substring(slash + 1));
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?=".indexOf(c) < 0);
    }

    @Override
    public String toString() {
        return type + "/" + subtype;
    }
}
