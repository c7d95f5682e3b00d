package org.bindhost.testkit.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.bindhost.testkit.fault.Delivery.End;

/** One answer on its way, by whichever protocol. One thread calls. */
interface Wire {

    /** Writes what there is of a head before the end comes in it. */
    void partOfHead(Answer answer, long bytes, End end) throws IOException;

    void head(Answer answer) throws IOException;

    void hostile(HostileHead head) throws IOException;

    /**
     * Writes some of the body.
     *
     * @param written hears of each write just before it, so that nobody has a byte of which it has
     *     not heard
     */
    void body(byte[] bytes, int count, IntConsumer written) throws IOException;

    /** Ends it in one way or another; after a stall, when it was broken off. */
    void end(End end) throws IOException;

    /** Says that the connection ends after this answer. */
    void announceEnd() throws IOException;

    /** Waits; no longer than the server is open. */
    void pause(Duration wait) throws IOException;
}
