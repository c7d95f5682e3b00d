package org.bindhost.spi;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A range of bytes.
 *
 * @param offset the first byte, 0 or more
 * @param length how many bytes, 1 or more, or empty for all the rest
 */
public record ByteRange(long offset, OptionalLong length) {

    /** Checks that it is a range. */
    public ByteRange {
        requireNonNull(length, "length");
        if (offset < 0 || length.orElse(1) < 1) {
            throw new IllegalArgumentException("no range: " + length + " from " + offset);
        }
    }
}
