package org.bindhost.url;

import org.bindhost.spi.DelimitedName;

/**
 * URLs as they stand in texts, where items may follow them. A delimiter directly behind the first
 * {@code '#'} is the character, because applications of the web name their pages so: {@code #!/x}.
 */
final class WrittenNames {

    private static final String BANG = String.valueOf(DelimitedName.DELIMITER);

    private WrittenNames() {}

    /** A name as far as an item begins; its text is one that an item may follow. */
    static DelimitedName first(String text) {
        int hash = text.indexOf('#');
        if (hash >= 0 && text.startsWith(BANG, hash + 1)) {
            return withBang(text, hash + 1);
        }
        DelimitedName name = DelimitedName.of(text);
        return hash + 1 == name.length() && hash >= 0
                ? new DelimitedName(text.substring(0, hash), name.name(), name.length())
                : name; // without an empty fragment: the item would be read as one
    }

    private static DelimitedName withBang(String text, int bang) {
        DelimitedName start = DelimitedName.of(text);
        if (start.length() < bang) {
            return start; // the item has the number sign
        }
        DelimitedName rest = DelimitedName.of(text.substring(bang + 1));
        String written = text.substring(0, bang + 1);
        return new DelimitedName(
                written + rest.text(),
                text.substring(0, bang).replace("!!", "!") + BANG + rest.name(),
                written.length() + rest.length());
    }

    /** Where a place of the name is in the text. */
    static int place(String text, int inName) {
        int bang = text.indexOf('#') + 1;
        int place = 0;
        for (int i = 0; i < inName && place < text.length(); i++) {
            boolean isSingle = place == bang && bang > 0;
            place += !isSingle && text.startsWith("!!", place) ? 2 : 1;
        }
        return place;
    }

    /** Writes a URL so that no item begins in it. */
    static String write(String url) {
        int from = url.indexOf('#') + 1;
        return from > 0 && url.startsWith(BANG, from)
                ? DelimitedName.write(url.substring(0, from))
                        + BANG
                        + DelimitedName.write(url.substring(from + 1))
                : DelimitedName.write(url);
    }

    /**
     * Writes what a header says of a place elsewhere, so that it is read as one name: no item
     * begins in it, and bytes beyond ASCII, which a header has as characters, are escaped.
     */
    static String ofHeader(String location) {
        String name = write(location);
        return (isItem(name) ? "./" : "") + escaped(name);
    }

    /** Whether a text is an item, or a name that would be read as one. */
    static boolean isItem(String text) {
        return text.startsWith(BANG);
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
