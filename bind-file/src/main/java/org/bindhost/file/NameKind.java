package org.bindhost.file;

import java.util.Optional;
import org.bindhost.moniker.MonikerPart;

/** What a text may be to this class, by how it begins. */
enum NameKind {
    /** None of our business. */
    FOREIGN,
    /** A URI of files, which may be relative. */
    URI,
    /** A plain name that begins at a root. */
    ABSOLUTE,
    /** A plain name beside a file. */
    RELATIVE;

    static NameKind of(String text, Optional<MonikerPart> base) {
        if (FileUri.isFileUri(text)) {
            return URI;
        }
        // what stands beside a name of another class is relative to that, even "/a" to a URL
        if ((base.isPresent() && !isFile(base.get())) || hasScheme(text) || isItem(text)) {
            return FOREIGN;
        }
        if (PlainName.isAbsolute(text)) {
            return ABSOLUTE;
        }
        return base.isPresent() ? RELATIVE : FOREIGN;
    }

    static boolean isFile(MonikerPart part) {
        return part.monikerClass().equals(FileNames.CLASS);
    }

    private static boolean isItem(String text) {
        return text.isEmpty() || (text.startsWith("!") && !text.startsWith("!!"));
    }

    /** Of at least two characters, so that {@code C:} stays a drive. */
    private static boolean hasScheme(String text) {
        int end = 0;
        while (end < text.length() && isOfScheme(text.charAt(end), end)) {
            end++;
        }
        return end > 1 && end < text.length() && text.charAt(end) == ':';
    }

    private static boolean isOfScheme(char character, int at) {
        return PlainName.isLetter(character)
                || (at > 0 && character >= '0' && character <= '9')
                || (at > 0 && "+.-".indexOf(character) >= 0);
    }
}
