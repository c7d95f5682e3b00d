package org.bindhost.testkit.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * How an answer is delivered, and where that ends.
 *
 * @param place what the end is counted in
 * @param at after how many bytes of it the end comes
 * @param end how it ends
 * @param piece how many bytes of the body are written at once
 * @param pause how long is waited after each piece
 * @param head what is sent in place of a head
 */
record Delivery(
        Place place, long at, End end, int piece, Duration pause, Optional<HostileHead> head) {

    private static final int PIECE_BYTES = 16 * 1024;

    static final Delivery WHOLE = of(Place.BODY, Long.MAX_VALUE, End.ORDERLY);

    enum Place {
        HEAD,
        BODY
    }

    enum End {
        /** As announced. */
        ORDERLY,
        /** More bytes than were announced, as many as the place says. */
        EXTENDED,
        /** As if all had been sent. */
        EARLY,
        /** The connection is closed. */
        CUT,
        /** The connection is reset. */
        RESET,
        /** Nothing more comes, and nothing is closed. */
        STALL,
        /** The stream is reset; without streams the connection. */
        STREAM_RESET,
        /** The connection takes no more streams, and finishes this one. */
        GOAWAY_WITH,
        /** The connection says that it never took this stream, and closes. */
        GOAWAY_WITHOUT,
        /** A chunk that is none; without chunks the connection is closed. */
        BAD_CHUNK
    }

    static Delivery of(Place place, long at, End end) {
        if (at < 0) {
            throw new IllegalArgumentException("no answer has a byte " + at);
        }
        return new Delivery(place, at, end, PIECE_BYTES, Duration.ZERO, Optional.empty());
    }

    static Delivery of(HostileHead head) {
        return new Delivery(Place.HEAD, 0, End.CUT, PIECE_BYTES, Duration.ZERO, Optional.of(head));
    }

    Delivery by(int bytes, Duration wait) {
        return new Delivery(place, at, end, bytes, wait, head);
    }

    /** How much of a body is sent before anything happens. */
    long honest(long length) {
        boolean goesOn = end == End.ORDERLY || end == End.EXTENDED;
        return goesOn ? length : Math.min(at, length);
    }
}
