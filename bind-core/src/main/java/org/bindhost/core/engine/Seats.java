package org.bindhost.core.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bindhost.core.spool.Cursor;
import org.bindhost.core.spool.RandomReader;
import org.bindhost.core.spool.Reader;
import org.bindhost.core.spool.Spool;

/**
 * The readers of a fetch: of its members, joined or to come. Whoever gets one can count on the
 * fetch until it leaves, since nobody gets one when the last has left.
 */
final class Seats {

    private final Spool spool;
    private final Set<Reader> readers = new HashSet<>();
    private boolean closed;

    Seats(Spool spool) {
        this.spool = spool;
    }

    /** Makes a reader of all the bytes, in order, unless some are gone or nobody can join. */
    synchronized Optional<Cursor> cursor() {
        return closed ? Optional.empty() : seated(spool.cursor());
    }

    /** Makes a reader of any bytes likewise. */
    synchronized Optional<RandomReader> randomReader() {
        return closed ? Optional.empty() : seated(spool.randomReader());
    }

    private <R extends Reader> Optional<R> seated(Optional<R> reader) {
        reader.ifPresent(readers::add);
        return reader;
    }

    synchronized boolean has(Reader reader) {
        return readers.contains(reader);
    }

    /** Returns whether nobody is left, and nobody comes. */
    synchronized boolean leave(Reader reader) {
        readers.remove(reader);
        closed |= readers.isEmpty();
        return readers.isEmpty();
    }

    /** Nobody can join any more. */
    synchronized void close() {
        closed = true;
    }
}
