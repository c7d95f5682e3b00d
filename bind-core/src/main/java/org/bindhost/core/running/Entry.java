package org.bindhost.core.running;

import java.util.Comparator;
import org.bindhost.moniker.Moniker;

/**
 * An object under a name.
 *
 * @param name the name, reduced
 * @param displayName what the name was registered as
 * @param ranking which of several under one name is found: the highest
 * @param order and of those the oldest
 * @param object the object
 */
record Entry(Moniker name, String displayName, int ranking, long order, RunningObject object) {

    static final Comparator<Entry> BY_RANK =
            Comparator.comparingInt(Entry::ranking).reversed().thenComparingLong(Entry::order);

    /** Each is its own: two may say the same of themselves. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
