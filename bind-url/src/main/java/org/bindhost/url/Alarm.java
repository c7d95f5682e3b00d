package org.bindhost.url;

import java.time.Duration;

/** Time, and what is done when it has passed. */
interface Alarm {

    /** The time in nanoseconds, from an origin of its own. */
    long nanos();

    /**
     * Has something done later, unless the driver is stopped by then.
     *
     * @param wait until then
     * @param task what is done; must not wait
     * @return what calls it off; to be called at any time and any number of times
     */
    Runnable in(Duration wait, Runnable task);
}
