package org.bindhost.file;

import static org.bindhost.spi.DelimitedName.DELIMITER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bindhost.spi.DelimitedName;

/**
 * The beginnings of a text that may be a name of a file, because names of files may have a {@code
 * '!'} in them. {@code "!!"} is never the end of one, so that a name that was written with it is
 * read as the same again, whatever files there are.
 */
final class NamePrefixes {

    /** Names are hostile, and for each end the file system is asked. */
    static final int MOST_ENDS = 16;

    private NamePrefixes() {}

    /** The longest first; of two of one length that which follows the rule of delimiters. */
    static List<DelimitedName> of(String text) {
        var byTheRule = DelimitedName.of(text);
        List<DelimitedName> prefixes = new ArrayList<>();
        for (int end : ends(text)) {
            String written = text.substring(0, end);
            prefixes.add(new DelimitedName(written, written, end));
            if (end == byTheRule.length() && !written.equals(byTheRule.name())) {
                prefixes.add(byTheRule);
            }
        }
        Collections.reverse(prefixes);
        return prefixes;
    }

    private static List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        int at = text.indexOf(DELIMITER);
        while (at >= 0 && at + 1 < text.length() && ends.size() < MOST_ENDS) {
            boolean isPair = text.charAt(at + 1) == DELIMITER;
            if (!isPair) {
                ends.add(at);
            }
            at = text.indexOf(DELIMITER, isPair ? at + 2 : at + 1);
        }
        if (ends.size() < MOST_ENDS) {
            ends.add(text.length());
        }
        return ends;
    }
}
