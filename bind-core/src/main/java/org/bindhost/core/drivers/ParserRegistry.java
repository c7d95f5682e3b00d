package org.bindhost.core.drivers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.spi.DisplayNameParser;

/** The parsers present, best rank first, older before newer. Safe for use by many threads. */
public final class ParserRegistry {

    private static final Comparator<Parser> BY_RANK =
            Comparator.comparingInt(Parser::ranking).reversed();

    private final Map<Object, Parser> parsers = new LinkedHashMap<>();
    private volatile List<Parser> ranked = List.of();

    /** Adds a parser under a key that is unique to it, or ranks one of the engine's own anew. */
    public synchronized void add(Object key, String name, int ranking, DisplayNameParser service) {
        parsers.put(key, new Parser(name, ranking, service));
        rank();
    }

    /** Removes a parser, and returns when no thread is inside it. */
    public void remove(Object key) {
        take(key).ifPresent(Parser::withdraw);
    }

    /** Lists the parsers; the same list until they change. */
    public List<Parser> parsers() {
        return ranked;
    }

    private synchronized Optional<Parser> take(Object key) {
        var removed = Optional.ofNullable(parsers.remove(key));
        rank();
        return removed;
    }

    private void rank() {
        ranked = parsers.values().stream().sorted(BY_RANK).toList();
    }
}
