package org.bindhost.testkit.fault;

import java.util.Optional;

/**
 * What is served under a path: its bytes, and what is said of them.
 *
 * @param bytes the bytes
 * @param tag the entity tag as it is written, with its quotes, or empty for none
 * @param date the date of the last change as it is written, or empty for none
 * @param ranges whether parts are to be had
 * @param framing how HTTP/1.1 tells where the bytes end
 */
public record Entity(
        Bytes bytes, Optional<String> tag, Optional<String> date, boolean ranges, Framing framing) {

    private static final String DATE = "Wed, 21 Oct 2015 07:28:00 GMT";

    /** How the end of a body is told. By HTTP/2 only the first of them has a length. */
    public enum Framing {
        /** By its length. */
        LENGTH,
        /** By a last chunk, without a length. */
        CHUNKED,
        /** By the end of the connection, without a length. */
        CONNECTION
    }

    /**
     * An entity with a strong tag and ranges, of known length.
     *
     * @param seed what its bytes and its tag follow from
     * @param length how many bytes it has
     * @return the entity
     */
    public static Entity of(long seed, long length) {
        return of(new SeededBytes(seed, length), "\"" + seed + "-" + length + "\"");
    }

    /**
     * An entity with a strong tag and ranges, of known length.
     *
     * @param bytes its bytes
     * @param tag its tag, with quotes
     * @return the entity
     */
    public static Entity of(Bytes bytes, String tag) {
        return new Entity(bytes, Optional.of(tag), Optional.empty(), true, Framing.LENGTH);
    }

    /**
     * The same with another tag.
     *
     * @param other the tag as it is written; a weak one begins with {@code W/}
     * @return the entity
     */
    public Entity tagged(String other) {
        return new Entity(bytes, Optional.of(other), date, ranges, framing);
    }

    /**
     * The same, only dated.
     *
     * @return the entity, without a tag
     */
    public Entity dated() {
        return new Entity(bytes, Optional.empty(), Optional.of(DATE), ranges, framing);
    }

    /**
     * The same with nothing that tells its states apart.
     *
     * @return the entity, without tag and date
     */
    public Entity withoutValidator() {
        return new Entity(bytes, Optional.empty(), Optional.empty(), ranges, framing);
    }

    /**
     * The same without parts to be had.
     *
     * @return the entity
     */
    public Entity withoutRanges() {
        return new Entity(bytes, tag, date, false, framing);
    }

    /**
     * The same in another framing.
     *
     * @param other how its end is told
     * @return the entity
     */
    public Entity framed(Framing other) {
        return new Entity(bytes, tag, date, ranges, other);
    }
}
