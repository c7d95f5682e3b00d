package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatus;

/**
 * One of the transfers that fetch a resource: of all of it, or of a range. What was asked for as a
 * range may come as the whole, and is then like one that was asked for so.
 */
final class Part implements Sink, Transfer.Listener {

    private final Fetch fetch;
    private final Extent extent;
    private final Transfer transfer;
    private volatile boolean whole;
    private long restedAt = -1; // touched in the events of the fetch

    Part(Core core, BindSpec spec, Hop first, Fetch fetch) {
        this.fetch = fetch;
        this.extent = first.extent();
        this.whole = extent.isOpen();
        this.transfer = new Transfer(core, spec, first, this, this);
    }

    Transfer transfer() {
        return transfer;
    }

    Extent extent() {
        return extent;
    }

    /** Whether it brings all bytes to the last. */
    boolean isWhole() {
        return whole;
    }

    /** Whether it has asked for nothing since the last time this was called. */
    boolean isIdle() {
        long before = restedAt;
        restedAt = transfer.restingAt();
        return restedAt >= 0 && restedAt == before;
    }

    /** Of a range, one byte too many is asked for: it does not come, unless all do. */
    @Override
    public long demand(long at, long onTheirWay) {
        if (onTheirWay > Demand.PUSH_BYTES / 2) {
            return 0;
        }
        return whole
                ? fetch.demand().ofWhole(at, onTheirWay)
                : fetch.demand().upTo(extent.end() + 1, at, onTheirWay);
    }

    @Override
    public void put(long offset, ByteBuffer bytes) {
        if (offset + bytes.remaining() > extent.end()) {
            whole = true;
        }
        fetch.put(offset, bytes);
    }

    @Override
    public void status(BindStatus status, String text) {
        fetch.status(status, text);
    }

    @Override
    public boolean found(Transfer.Answer answer) {
        return fetch.found(this, answer);
    }

    @Override
    public void arrived() {
        fetch.arrived();
    }

    @Override
    public void complete(long end) {
        fetch.complete(this, end);
    }

    @Override
    public void failed(BindException failure) {
        fetch.failed(this, failure);
    }
}
