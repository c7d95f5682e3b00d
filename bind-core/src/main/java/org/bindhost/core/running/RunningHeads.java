package org.bindhost.core.running;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.DisplayNameParser;

/**
 * Recognises what objects are registered as running under, the longest first, so that
 * a document that was never saved is found as well.
 */
public final class RunningHeads implements DisplayNameParser {

    /** Before files, which are before schemes. */
    public static final int RANKING = 1000;

    /** As many as a name may have parts. */
    private static final int MOST_TRIES = 64;

    private final RunningTable table;

    public RunningHeads(RunningTable table) {
        this.table = table;
    }

    @Override
    public Optional<Head> parse(String text, Optional<Moniker> base) {
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> ends = ends(text);
        for (int at = ends.size() - 1; at >= 0; at--) {
            int end = ends.get(at);
            Optional<Moniker> running = table.named(text.substring(0, end));
            if (running.isPresent()) {
                return Optional.of(new Head(running.get(), end));
            }
        }
        return Optional.empty();
    }

    /** Where a name may end: before each item, and at the end of the text. */
    private static List<Integer> ends(String text) {
        var ends = new ArrayList<Integer>();
        int end = 0;
        while (end < text.length() && ends.size() < MOST_TRIES) {
            int start = text.charAt(end) == DelimitedName.DELIMITER ? end + 1 : end;
            end = start + DelimitedName.of(text.substring(start)).length();
            ends.add(end);
        }
        return ends;
    }
}
