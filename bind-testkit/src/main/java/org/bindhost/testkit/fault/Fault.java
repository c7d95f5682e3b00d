package org.bindhost.testkit.fault;

import java.time.Duration;
import org.bindhost.testkit.fault.Delivery.End;
import org.bindhost.testkit.fault.Delivery.Place;

/**
 * What is done to one answer: something else is said, and it is delivered in another way. A byte is
 * counted in the body as it is announced, coded if it is coded, and in the head as it is written;
 * one behind the end means the end.
 *
 * @see RangeFaults
 * @see HeadFaults
 * @see CodingFaults
 */
public final class Fault {

    /** Nothing is done. */
    public static final Fault NONE =
            new Fault("honest", (request, honest) -> honest, Delivery.WHOLE);

    /** Makes something else of an honest answer. */
    @FunctionalInterface
    public interface Lie {

        /**
         * Changes an answer.
         *
         * @param request what was asked
         * @param honest what would be answered
         * @return what is answered
         */
        Answer instead(Request request, Answer honest);
    }

    private final String name;
    private final Lie lie;
    private final Delivery delivery;

    private Fault(String name, Lie lie, Delivery delivery) {
        this.name = name;
        this.lie = lie;
        this.delivery = delivery;
    }

    private static Fault of(String name, Delivery delivery) {
        return new Fault(name, NONE.lie, delivery);
    }

    private static Fault inBody(String name, long at, End end) {
        return of(name + " at byte " + at, Delivery.of(Place.BODY, at, end));
    }

    private static Fault inHead(String name, long at, End end) {
        return of(name + " at byte " + at + " of the head", Delivery.of(Place.HEAD, at, end));
    }

    /**
     * Says something else.
     *
     * @param name what that is, for messages
     * @param lie makes it of the honest answer
     * @return the fault
     */
    public static Fault lie(String name, Lie lie) {
        return new Fault(name, lie, Delivery.WHOLE);
    }

    /**
     * Sends something in place of a head.
     *
     * @param head what
     * @return the fault
     */
    public static Fault hostile(HostileHead head) {
        return of("head: " + head, Delivery.of(head));
    }

    /**
     * Closes the connection.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault cut(long at) {
        return inBody("cut", at, End.CUT);
    }

    /**
     * Closes the connection within the head.
     *
     * @param at after how many bytes of the head
     * @return the fault
     */
    public static Fault cutInHead(long at) {
        return inHead("cut", at, End.CUT);
    }

    /**
     * Resets the connection. What was sent before may be lost with it.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault reset(long at) {
        return inBody("reset", at, End.RESET);
    }

    /**
     * Resets the connection within the head.
     *
     * @param at after how many bytes of the head
     * @return the fault
     */
    public static Fault resetInHead(long at) {
        return inHead("reset", at, End.RESET);
    }

    /**
     * Sends nothing more, and closes nothing.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault stall(long at) {
        return inBody("stall", at, End.STALL);
    }

    /**
     * Sends nothing more within the head, and closes nothing.
     *
     * @param at after how many bytes of the head
     * @return the fault
     */
    public static Fault stallInHead(long at) {
        return inHead("stall", at, End.STALL);
    }

    /**
     * Ends in good order, as if all had been sent: by HTTP/2 the stream is ended, by HTTP/1.1 the
     * connection, without a last chunk where there are chunks.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault truncated(long at) {
        return inBody("truncated", at, End.EARLY);
    }

    /**
     * Resets the stream and keeps the connection; without streams it is the connection.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault streamReset(long at) {
        return inBody("stream reset", at, End.STREAM_RESET);
    }

    /**
     * Announces by HTTP/2 that the connection ends after this stream, and finishes it. By HTTP/1.1
     * nothing is done.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault goAwayAfterThis(long at) {
        return inBody("goaway with the stream", at, End.GOAWAY_WITH);
    }

    /**
     * Announces by HTTP/2 that the connection ended before this stream, and closes it. By HTTP/1.1
     * it is closed only.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault goAwayBeforeThis(long at) {
        return inBody("goaway without the stream", at, End.GOAWAY_WITHOUT);
    }

    /**
     * Sends a chunk whose size is no number; where there are no chunks, the connection is closed.
     *
     * @param at after how many bytes of the body
     * @return the fault
     */
    public static Fault badChunk(long at) {
        return inBody("bad chunk", at, End.BAD_CHUNK);
    }

    /**
     * Sends more than was announced.
     *
     * @param bytes how many more
     * @return the fault
     */
    public static Fault extended(int bytes) {
        return of("extended by " + bytes, Delivery.of(Place.BODY, bytes, End.EXTENDED));
    }

    /**
     * Sends the body in small pieces.
     *
     * @param bytes how many at once, 1 or more
     * @param pause how long after each
     * @return the fault
     */
    public static Fault dribbled(int bytes, Duration pause) {
        return NONE.slowly(bytes, pause);
    }

    /**
     * The same in small pieces.
     *
     * @param bytes how many at once, 1 or more
     * @param pause how long after each
     * @return the fault
     */
    public Fault slowly(int bytes, Duration pause) {
        String text = name + ", by " + bytes + " every " + pause.toMillis() + " ms";
        return new Fault(text, lie, delivery.by(bytes, pause));
    }

    /**
     * The same with what another says first.
     *
     * @param other whose lie is told
     * @return the fault
     */
    public Fault saying(Fault other) {
        Lie both = (request, honest) -> lie.instead(request, other.lie.instead(request, honest));
        return new Fault(other.name + ", " + name, both, delivery);
    }

    Answer answer(Request request, Answer honest) {
        return lie.instead(request, honest);
    }

    Delivery delivery() {
        return delivery;
    }

    @Override
    public String toString() {
        return name;
    }
}
