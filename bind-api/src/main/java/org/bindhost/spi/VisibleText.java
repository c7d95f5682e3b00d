package org.bindhost.spi;

/**
 * Which characters a name may have as they are. What cannot be seen, or changes how the rest is
 * seen, is refused in names as they are typed; a class that can express it, such as by percent
 * escapes, writes it so.
 *
 * <p>Joiners and variation selectors count as visible: some scripts, and some faces, are not
 * written without them.
 */
public final class VisibleText {

    /** Soft hyphen, joiner of graphemes, marks of direction, fillers, and spaces without width. */
    private static final String BLANKS =
            "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2800\u3164\uFEFF\uFFA0";

    private VisibleText() {}

    /**
     * Tells whether a text may be part of a name as it is.
     *
     * @param text the text
     * @return {@code true} if nothing in it is invisible
     */
    public static boolean isVisible(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (isInvisible(text, at)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether there is something at a place that cannot be seen: a control, half of a
     * character, a mark of direction, a blank without width, a separator of lines, a tag, or what
     * is no character.
     *
     * @param text the text
     * @param at the place, in {@code char}s
     * @return {@code true} if so
     */
    public static boolean isInvisible(String text, int at) {
        char c = text.charAt(at);
        boolean isUsual = c >= ' ' && c < 0x7F;
        return !isUsual
                && (Character.isISOControl(c)
                        || isLoneSurrogate(text, at)
                        || BLANKS.indexOf(c) >= 0
                        || (c >= 0x2028 && c <= 0x202E)
                        || (c >= 0x2060 && c <= 0x206F)
                        || (c >= 0xFFF0 && c != 0xFFFC && c != 0xFFFD)
                        || isTag(text.codePointAt(at)));
    }

    private static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE0FFF;
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
