package org.bindhost.testkit;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.testkit.fault.Bytes;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Fault;

/**
 * What is served, what is done to its answer, how it is asked for, and what may come of that.
 *
 * @param entity what is served
 * @param fault what is done to the answer
 * @param ask how it is asked for
 * @param allowed the wholes whose bytes may come, and the reasons with which it may fail
 */
record FaultCase(Entity entity, Fault fault, Ask ask, Allowed allowed) {

    /** How an entity is asked for. */
    enum Ask {
        WHOLE(OptionalLong.empty(), false),
        /** All of it, and codings are welcome. */
        CODED(OptionalLong.empty(), false),
        /** From byte 100 to the end. */
        REST(OptionalLong.empty(), false),
        /** Fifty bytes from byte 100. */
        FIFTY(OptionalLong.of(50), false),
        /** From byte 100 to the end, if the entity is the same. */
        REST_IF_SAME(OptionalLong.empty(), true);

        static final int FROM = 100;

        private final OptionalLong length;
        private final boolean conditional;

        Ask(OptionalLong length, boolean conditional) {
            this.length = length;
            this.conditional = conditional;
        }

        Optional<ByteRange> range() {
            return this == WHOLE || this == CODED
                    ? Optional.empty()
                    : Optional.of(new ByteRange(FROM, length));
        }

        boolean isConditional() {
            return conditional;
        }

        long end(long whole) {
            return Math.min(whole, length.isPresent() ? FROM + length.getAsLong() : whole);
        }
    }

    /**
     * What may come of it.
     *
     * @param wholes each is one of which the right part, and no other bytes, may come
     * @param reasons with which it may fail
     * @param damaged whether wrong bytes may come before it fails, because only its end tells
     */
    record Allowed(List<Bytes> wholes, Set<Reason> reasons, boolean damaged) {

        static Allowed bytes(Entity entity) {
            return new Allowed(List.of(entity.bytes()), Set.of(), false);
        }

        /** What the server ended with, where that cannot be told from the end. */
        static Allowed first(Entity entity, long bytes) {
            return new Allowed(List.of(entity.bytes().part(0, bytes)), Set.of(), false);
        }

        static Allowed failure(Reason... reasons) {
            return new Allowed(List.of(), Set.of(reasons), false);
        }

        Allowed or(Reason... more) {
            return new Allowed(wholes, Set.of(more), damaged);
        }

        Allowed afterDamage() {
            return new Allowed(wholes, reasons, true);
        }
    }

    static FaultCase of(Entity entity, Fault fault, Allowed allowed) {
        return new FaultCase(entity, fault, Ask.WHOLE, allowed);
    }

    FaultCase asking(Ask other) {
        return new FaultCase(entity, fault, other, allowed);
    }

    /** Such as {@code "cut at byte 5, CHUNKED"}. */
    String title() {
        String asked = ask == Ask.WHOLE ? "" : ", asked for " + ask;
        return fault + ", by " + entity.framing() + asked;
    }
}
