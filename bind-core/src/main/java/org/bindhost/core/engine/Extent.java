package org.bindhost.core.engine;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.Resumption;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Validator;

/**
 * Which bytes of a resource to ask for.
 *
 * @param range the range, or empty for all
 * @param condition what must still hold for a range to be of use, or empty if nothing is known yet
 */
record Extent(Optional<ByteRange> range, Optional<Validator> condition) {

    static final Extent ALL = new Extent(Optional.empty(), Optional.empty());

    static Extent first(long length) {
        return new Extent(Optional.of(new ByteRange(0, OptionalLong.of(length))), Optional.empty());
    }

    /**
     * All from an offset on; of what has no byte there, the last one, to see whether it is that.
     */
    static Extent rest(Resumption from) {
        long offset = Math.max(0, Math.min(from.offset(), from.length() - 1));
        return rest(offset, new Validator(from.validator(), true));
    }

    static Extent rest(long from, Validator condition) {
        return new Extent(
                Optional.of(new ByteRange(from, OptionalLong.empty())), Optional.of(condition));
    }

    /** Whether it reaches to the end of the resource, wherever that is. */
    boolean isOpen() {
        return end() == Long.MAX_VALUE;
    }

    static Extent of(long from, long to, Validator condition) {
        return new Extent(
                Optional.of(new ByteRange(from, OptionalLong.of(to - from))),
                Optional.of(condition));
    }

    long offset() {
        return range.map(ByteRange::offset).orElse(0L);
    }

    /** Where what was asked for ends; {@code Long.MAX_VALUE} if that is where the resource does. */
    long end() {
        return range.map(
                        r ->
                                r.length().isPresent()
                                        ? r.offset() + r.length().getAsLong()
                                        : Long.MAX_VALUE)
                .orElse(Long.MAX_VALUE);
    }
}
