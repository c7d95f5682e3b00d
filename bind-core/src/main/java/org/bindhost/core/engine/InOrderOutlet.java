package org.bindhost.core.engine;

import org.bindhost.core.spool.Cursor;

/** An outlet that is itself the result, and is read from the first byte to the last. */
interface InOrderOutlet extends Outlet {

    @Override
    Cursor reader();

    @Override
    default Object content() {
        return this;
    }

    /** The next portion is asked for when the last was consumed (E-02). */
    @Override
    default long wantsUpTo() {
        return reader().unread() == 0 ? reader().position() + Demand.PULL_BYTES : 0;
    }
}
