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

    /**
     * Has something done once, later or, if the driver is stopped by then, at that moment or at
     * once. For what would be missing for ever; it must not set an alarm again.
     *
     * @param wait until then
     * @param task what is done, on any thread, perhaps before this returns; must not wait
     * @return what calls it off; to be called at any time and any number of times
     */
    Runnable byAllMeans(Duration wait, Runnable task);
}
