package org.bindhost.core.classes;

import java.util.OptionalInt;
import org.bindhost.moniker.MonikerPart;

/** Anti-monikers as values: how many parts to their left they take away. */
public final class AntiNames {

    public static final String CLASS = "anti";

    static final String STEP = "\\..";

    private AntiNames() {}

    public static boolean isAnti(MonikerPart part) {
        return part.monikerClass().equals(CLASS);
    }

    public static MonikerPart part(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("an anti-moniker takes away 1 or more: " + count);
        }
        return new MonikerPart(CLASS, Integer.toString(count), STEP.repeat(Math.min(count, 64)));
    }

    /**
     * How many parts it takes away; empty if its key, which may come from anywhere, is no count.
     */
    public static OptionalInt count(MonikerPart part) {
        try {
            int count = Integer.parseInt(part.key());
            return count < 1 ? OptionalInt.empty() : OptionalInt.of(count);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
