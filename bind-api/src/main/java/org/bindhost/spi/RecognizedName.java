package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import org.bindhost.moniker.MonikerPart;

/**
 * A name found at the start of a text.
 *
 * @param part the name
 * @param length how many {@code char}s of the text it takes up, 1 or more
 */
public record RecognizedName(MonikerPart part, int length) {

    /** Checks the length. */
    public RecognizedName {
        requireNonNull(part, "part");
        if (length < 1) {
            throw new IllegalArgumentException("a name takes up something, not " + length);
        }
    }
}
