package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import org.bindhost.moniker.MonikerPart;

/**
 * What becomes of two parts of one class that meet in a composition.
 *
 * <p>Source: the outcomes of {@code IMoniker::ComposeWith}.
 */
public sealed interface Joined {

    /**
     * Says that the class has no rule for these two.
     *
     * @return that
     */
    static Joined apart() {
        return Always.APART;
    }

    /**
     * Says that the two annihilate each other.
     *
     * @return that
     */
    static Joined nothing() {
        return Always.NOTHING;
    }

    /**
     * One part takes the place of both.
     *
     * @param part that part, of the same class
     */
    record One(MonikerPart part) implements Joined {

        /** Checks that nothing is missing. */
        public One {
            requireNonNull(part, "part");
        }
    }

    /** Answers that say all by themselves. */
    enum Always implements Joined {
        /** They follow each other, as parts of different classes do. */
        APART,
        /** The right one is the inverse of the left, and nothing is left of them (B-10). */
        NOTHING
    }
}
