package org.bindhost.file;

/**
 * Case, put aside as {@link String#equalsIgnoreCase} does: one {@code char} at a time, and the same
 * in every locale.
 */
final class Case {

    private Case() {}

    static String fold(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return foldAll(text);
            }
        }
        return text;
    }

    private static String foldAll(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    private static char fold(char character) {
        return Character.toLowerCase(Character.toUpperCase(character));
    }
}
