package org.bindhost.moniker;

import static java.util.Objects.requireNonNull;

/**
 * What a name stands for (B-21).
 *
 * <p>Source: {@code IMoniker::Reduce} and its result codes.
 *
 * @param moniker the name it stands for
 * @param isSame whether that is the name itself, nothing in it standing for anything else
 */
public record Reduced(Moniker moniker, boolean isSame) {

    /** Checks that nothing is missing. */
    public Reduced {
        requireNonNull(moniker, "moniker");
    }
}
