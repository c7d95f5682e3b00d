package org.bindhost.url;

import java.util.Locale;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;

/**
 * Whether an answer that brings a part, or refuses one, fits what was asked for: RFC 9110, 14.4,
 * 15.3.7 and 15.5.17. Bytes of two states are never mixed, nor put in another place.
 */
final class PartialAnswer {

    private static final String SEVERAL_PARTS = "multipart/byteranges";

    private PartialAnswer() {}

    /** Tells where a part begins, which is where it was asked to begin. */
    static long offset(Asked asked, Head head) throws BindException {
        ByteRange wanted =
                asked.part()
                        .range()
                        .orElseThrow(() -> asked.senseless(head, ", though no part was asked for"));
        ContentRange range =
                head.contentRange()
                        .filter(given -> !isSeveral(head))
                        .orElseThrow(() -> asked.senseless(head, ", but not which one part"));
        if (range.first() != wanted.offset()) {
            throw asked.senseless(
                    head,
                    " from byte "
                            + range.first()
                            + ", though byte "
                            + wanted.offset()
                            + " was asked for");
        }
        checkEnd(asked, head, range, wanted);
        checkState(asked, head);
        return range.first();
    }

    private static boolean isSeveral(Head head) {
        return head.mediaType()
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(SEVERAL_PARTS))
                .isPresent();
    }

    /** Less than was asked for is lawful, and more is not. */
    private static void checkEnd(Asked asked, Head head, ContentRange range, ByteRange wanted)
            throws BindException {
        if (range.last() > WantedPart.last(wanted).orElse(Long.MAX_VALUE)) {
            throw asked.senseless(
                    head,
                    " to byte "
                            + range.last()
                            + ", though "
                            + wanted.length().orElse(0)
                            + " bytes from "
                            + wanted.offset()
                            + " were asked for");
        }
        OptionalLong said = head.contentLength();
        if (said.orElse(range.length()) != range.length()) {
            throw asked.senseless(
                    head, " of " + range.length() + " bytes, of which " + said.orElse(0) + " come");
        }
    }

    /** A server that heeds the condition says of which state its part is; one may not heed it. */
    private static void checkState(Asked asked, Head head) throws BindException {
        var wanted = asked.part().state();
        if (wanted.isPresent() && !head.entityTag().equals(wanted)) {
            throw changed(asked, head, wanted.get());
        }
    }

    private static BindException changed(Asked asked, Head head, EntityTag wanted) {
        return asked.failure(
                Reason.CHANGED,
                head,
                " of the state "
                        + head.entityTag().map(EntityTag::text).orElse("that it does not say")
                        + ", though "
                        + wanted.text()
                        + " was asked for");
    }

    /** Tells why a part was refused: it begins behind the end, or what it is of has changed. */
    static BindException refused(Asked asked, Head head) {
        var range = asked.part().range();
        if (range.isEmpty()) {
            return asked.senseless(head, ", though no part was asked for");
        }
        var state = asked.part().state();
        if (state.isPresent() && !head.entityTag().orElse(state.get()).equals(state.get())) {
            return changed(asked, head, state.get());
        }
        OptionalLong whole = head.unsatisfied();
        if (whole.orElse(0) > range.get().offset()) {
            return asked.senseless(
                    head,
                    ", though byte "
                            + range.get().offset()
                            + " is one of its "
                            + whole.getAsLong());
        }
        String length = whole.isPresent() ? " of " + whole.getAsLong() + " bytes" : "";
        return asked.failure(
                Reason.OUT_OF_RANGE,
                head,
                ": it has nothing" + length + " from byte " + range.get().offset() + " on");
    }
}
