package org.bindhost.url;

import org.bindhost.spi.DelimitedName;

/** URLs as they stand in texts, where items may follow them; within a fragment none does. */
final class WrittenNames {

    private WrittenNames() {}

    /** A name as far as an item begins. */
    static DelimitedName first(String text) {
        DelimitedName name = DelimitedName.of(text);
        int hash = text.indexOf('#');
        return hash < 0 || name.text().length() <= hash
                ? name
                : new DelimitedName(
                        text,
                        text.substring(0, hash).replace("!!", "!") + text.substring(hash),
                        text.length());
    }

    /** Where a place of the name is in the text. */
    static int place(String text, int inName) {
        int place = 0;
        boolean inFragment = false;
        for (int i = 0; i < inName && place < text.length(); i++) {
            inFragment |= text.charAt(place) == '#';
            place += !inFragment && text.startsWith("!!", place) ? 2 : 1;
        }
        return place;
    }

    /**
     * Writes what a header says of a place elsewhere, so that it is read as one name: no item
     * begins in it, and bytes beyond ASCII, which a header has as characters, are escaped.
     */
    static String ofHeader(String location) {
        int hash = location.indexOf('#');
        int end = hash < 0 ? location.length() : hash;
        String name = DelimitedName.write(location.substring(0, end)) + location.substring(end);
        return (isItem(name) ? "./" : "") + escaped(name);
    }

    /** Whether a text is an item, or a name that would be read as one. */
    static boolean isItem(String text) {
        return text.indexOf(DelimitedName.DELIMITER) == 0;
    }

    private static String escaped(String header) {
        var out = new StringBuilder(header.length());
        for (int at = 0; at < header.length(); at++) {
            char c = header.charAt(at);
            boolean isByte = c >= 0x80 && c <= 0xFF;
            out.append(isByte ? "%" + Integer.toHexString(c) : c);
        }
        return out.toString();
    }
}
