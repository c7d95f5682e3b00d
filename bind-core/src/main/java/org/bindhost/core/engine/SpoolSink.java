package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import org.bindhost.bind.BindException;
import org.bindhost.core.spool.Spool;

/**
 * Keeps bytes in a spool until they are read, as a stream or by a subscriber. In a pull, the next
 * portion is asked for when the last was consumed (E-02); in a push, whenever there is room.
 */
final class SpoolSink implements Sink {

    /** One portion of a pull: what may lie unread. */
    static final long PULL_BYTES = 128 * 1024;

    /** What a push keeps on its way. */
    static final long PUSH_BYTES = 1024 * 1024;

    /** What a view of a spool is given out as. */
    interface Outlet {
        Object content();

        default void changed() {}
    }

    private final Spool spool;
    private final boolean pull;
    private final Outlet outlet;

    SpoolSink(Spool spool, boolean pull, Outlet outlet) {
        this.spool = spool;
        this.pull = pull;
        this.outlet = outlet;
    }

    @Override
    public long demand(long onTheirWay) {
        if (pull) {
            return onTheirWay == 0 && spool.unread() == 0 ? PULL_BYTES : 0;
        }
        return onTheirWay <= PUSH_BYTES / 2 ? PUSH_BYTES - onTheirWay : 0;
    }

    @Override
    public void put(ByteBuffer bytes) throws BindException {
        spool.put(bytes);
    }

    @Override
    public void end() {
        spool.end();
    }

    @Override
    public void fail(BindException cause) {
        spool.fail(cause);
    }

    @Override
    public boolean isUsableEarly() {
        return true;
    }

    @Override
    public Object content() {
        return outlet.content();
    }

    @Override
    public void changed() {
        outlet.changed();
    }
}
