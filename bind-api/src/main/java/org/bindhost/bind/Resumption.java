package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

/**
 * Where a bind stands, said so that a later one can go on from there: after a break, in another
 * process, on another day. A plain value, to be written down.
 *
 * <p>Whoever goes on is sure to read the same state of what is named as before: if that cannot be
 * told, the later bind fails with {@code CHANGED}, and no byte of it is delivered.
 *
 * @param offset the first byte that is wanted; 0 or more, and no more than the length
 * @param length how many bytes there are in all
 * @param validator what tells this state from another, the driver's own text
 * @param source the display name of what has answered, to which redirects may have led: a validator
 *     says nothing of what is found under another name
 * @see Binding#resumption()
 * @see BindInfo#resumption()
 */
public record Resumption(long offset, long length, String validator, String source) {

    /** Checks the offset. */
    public Resumption {
        requireNonNull(validator, "validator");
        requireNonNull(source, "source");
        if (offset < 0 || offset > length) {
            throw new IllegalArgumentException(
                    "of " + length + " bytes none is left from byte " + offset);
        }
    }

    /**
     * Returns this at another place.
     *
     * @param other the first byte that is wanted
     * @return the same with that place
     */
    public Resumption at(long other) {
        return new Resumption(other, length, validator, source);
    }
}
