package org.bindhost.testkit.fault;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One request, and what became of it.
 *
 * <p><b>Threads.</b> Any thread may look, also while the answer is being sent.
 */
public final class Served {

    private final Request request;
    private final Fault fault;
    private final AtomicLong sent = new AtomicLong();
    private volatile int status;
    private volatile long offset;
    private volatile boolean over;

    Served(Request request, Fault fault) {
        this.request = request;
        this.fault = fault;
    }

    void begins(Answer answer) {
        status = answer.status();
        offset = answer.offset();
    }

    void sends(int count) {
        sent.addAndGet(count);
    }

    void ends() {
        over = true;
    }

    /**
     * Returns what was asked.
     *
     * @return the request
     */
    public Request request() {
        return request;
    }

    /**
     * Returns what was done to the answer.
     *
     * @return the fault; {@link Fault#NONE} if it was honest
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Returns the status answered.
     *
     * @return the status, or 0 if no head was begun
     */
    public int status() {
        return status;
    }

    /**
     * Returns where in the entity the body begins.
     *
     * @return the offset of its first byte
     */
    public long offset() {
        return offset;
    }

    /**
     * Returns how many bytes of the body were written, framing left out; a client that has a byte
     * finds it counted. The network may have lost the last of them. What is sent beyond what was
     * announced is not counted.
     *
     * @return the number so far
     */
    public long sent() {
        return sent.get();
    }

    /**
     * Tells whether the server has done with it.
     *
     * @return {@code true} if so
     */
    public boolean isOver() {
        return over;
    }

    @Override
    public String toString() {
        return request.protocol()
                + " "
                + request.method()
                + " "
                + request.target()
                + request.field("Range").map(range -> " " + range).orElse("")
                + ": "
                + status
                + ", "
                + sent()
                + " bytes from "
                + offset
                + ", "
                + fault;
    }
}
