package org.bindhost.core.schedule;

import java.util.ArrayDeque;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * What is to be looked at, and when. Whoever changes something puts it here instead of deciding on
 * the spot, so that it is looked at when all the rest has been changed, too.
 */
final class Agenda {

    private final Queue<Due> soon = new ArrayDeque<>();
    private final NavigableSet<Due> later =
            new TreeSet<>(
                    (a, b) -> {
                        int byTime = Long.compare(a.at - b.at, 0); // such times may wrap
                        return byTime != 0 ? byTime : Long.compare(a.number, b.number);
                    });

    private long made;

    /** Makes an entry that is not set; the look is told what time it is. */
    Due due(LongConsumer look) {
        return new Due(look, made++);
    }

    void soon(Due due) {
        if (!due.soon) {
            due.soon = true;
            soon.add(due);
        }
    }

    /** Sets the time of an entry, whatever it was before. */
    void at(Due due, long time) {
        clear(due);
        due.set = true;
        due.at = time;
        later.add(due);
    }

    /** Takes back a time. */
    void clear(Due due) {
        if (due.set) {
            later.remove(due);
            due.set = false;
        }
    }

    /** Looks at all that is due, also at what becomes so meanwhile. */
    void work(long now) {
        while (!later.isEmpty() && later.first().at - now <= 0) {
            Due due = later.first();
            clear(due);
            soon(due);
        }
        while (!soon.isEmpty()) {
            Due due = soon.remove();
            due.soon = false;
            due.look.accept(now);
        }
    }

    /** When there is something to look at next. */
    OptionalLong next() {
        return later.isEmpty() ? OptionalLong.empty() : OptionalLong.of(later.first().at);
    }

    boolean isEmpty() {
        return later.isEmpty() && soon.isEmpty();
    }
}
