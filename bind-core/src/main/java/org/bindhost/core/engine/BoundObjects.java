package org.bindhost.core.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bindhost.bind.Registration;

/**
 * Objects kept until they are let go, last in first out. A failing release never prevents the
 * others.
 */
final class BoundObjects {

    private final Deque<Entry> entries = new ArrayDeque<>();
    private boolean closed;

    private final class Entry implements Registration {

        private final Object object;

        Entry(Object object) {
            this.object = object;
        }

        @Override
        public void close() {
            boolean mine;
            synchronized (BoundObjects.this) {
                mine = entries.removeFirstOccurrence(this);
            }
            if (mine) {
                release(object);
            }
        }
    }

    Registration add(Object object) {
        var entry = new Entry(object);
        synchronized (this) {
            if (!closed) {
                entries.push(entry);
                return entry;
            }
        }
        release(object);
        return entry;
    }

    /** Forgets an object without releasing it. */
    synchronized void forget(Object object) {
        entries.removeIf(entry -> entry.object == object);
    }

    void releaseAll() {
        List<Entry> all;
        synchronized (this) {
            all = new ArrayList<>(entries);
            entries.clear();
        }
        all.forEach(entry -> release(entry.object));
    }

    void close() {
        synchronized (this) {
            closed = true;
        }
        releaseAll();
    }

    private static void release(Object object) {
        if (!(object instanceof AutoCloseable closeable)) {
            return;
        }
        try {
            closeable.close();
        } catch (
                Exception
                        e) { // AutoCloseable declares it; the others must be released all the same
            System.getLogger(BoundObjects.class.getName())
                    .log(System.Logger.Level.WARNING, "a bound object could not be closed", e);
        }
    }
}
