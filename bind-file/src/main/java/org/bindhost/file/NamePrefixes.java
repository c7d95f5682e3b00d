package org.bindhost.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bindhost.spi.DelimitedName;

/**
 * The beginnings of a text that may be a name of a file although an item seems to begin in them,
 * because names of files may have a {@code '!'}. Only a single one is in doubt: {@code "!!"} is the
 * character in all of them, so that a name that was written with it is read as the same again,
 * whatever files there are.
 */
final class NamePrefixes {

    /** Names are hostile, and for each end the file system is asked. */
    static final int MOST_ENDS = 16;

    private NamePrefixes() {}

    /** Those that are longer than what the rule of delimiters makes the name, longest first. */
    static List<DelimitedName> beyond(DelimitedName byTheRule, String text) {
        List<DelimitedName> prefixes = new ArrayList<>();
        for (int end : ends(text, byTheRule.length())) {
            String name = text.substring(0, end).replace("!!", "!");
            prefixes.add(new DelimitedName(DelimitedName.write(name), name, end));
        }
        Collections.reverse(prefixes);
        return prefixes;
    }

    /** The places of single delimiters behind one of them, and the end of the text. */
    private static List<Integer> ends(String text, int delimiter) {
        List<Integer> ends = new ArrayList<>();
        int from = delimiter;
        while (from < text.length() && ends.size() < MOST_ENDS) {
            from += 1;
            from += DelimitedName.of(text.substring(from)).length();
            ends.add(from);
        }
        return ends;
    }
}
