package org.bindhost.url;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Validator;

/**
 * The part that a server is asked for, and the state that it must be a part of.
 *
 * @param range the part, or empty for the whole
 * @param state the strong entity tag of that state, or empty if any will do
 */
record WantedPart(Optional<ByteRange> range, Optional<EntityTag> state) {

    private static final WantedPart WHOLE = new WantedPart(Optional.empty(), Optional.empty());

    /**
     * Tells what to ask for. Only {@code GET} has ranges; and under a condition that no server can
     * vouch for byte by byte, such as a date, the whole is asked for rather than a part that may
     * not fit.
     */
    static WantedPart of(OpenRequest open) {
        Optional<EntityTag> state =
                open.condition().map(Validator::value).flatMap(EntityTag::strong);
        boolean isSure = open.condition().isEmpty() || state.isPresent();
        return isSure && open.range().isPresent() && open.info().verb().equals(BindInfo.GET)
                ? new WantedPart(open.range(), state)
                : WHOLE;
    }

    /** How a part is asked for: {@code bytes=5-9}. */
    static String field(ByteRange range) {
        OptionalLong last = last(range);
        String end = last.isPresent() ? Long.toString(last.getAsLong()) : "";
        return "bytes=" + range.offset() + "-" + end;
    }

    /** The last byte of a range, unless it goes to the end, wherever that is. */
    static OptionalLong last(ByteRange range) {
        long most = Long.MAX_VALUE - range.offset();
        return range.length().isPresent() && range.length().getAsLong() <= most
                ? OptionalLong.of(range.offset() + range.length().getAsLong() - 1)
                : OptionalLong.empty();
    }
}
