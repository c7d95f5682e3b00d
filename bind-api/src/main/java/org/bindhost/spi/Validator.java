package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

/**
 * What tells one state of a resource from another. The text is the driver's own: it is stored,
 * shown, compared for equality and handed back, and nobody else reads a meaning into it.
 *
 * @param value such as an entity tag with its quotes, or a file's size, time and key
 * @param strong whether equal validators mean equal bytes; ranges are continued only then
 */
public record Validator(String value, boolean strong) {

    /** Checks that there is a value. */
    public Validator {
        requireNonNull(value, "value");
    }
}
