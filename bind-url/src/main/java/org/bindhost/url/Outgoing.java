package org.bindhost.url;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.client.Request;

/** The body of a request, wherever its bytes come from. */
interface Outgoing extends Request.Content {

    /** What is said of it beforehand. */
    Optional<OutgoingHead> head();

    /** Whether the last piece was taken, if not sent yet. */
    boolean isTaken();

    /**
     * Tells how long it may still be until the other side has been silent for too long; while the
     * client is waited for, no time passes.
     */
    Duration left(Duration most);

    /** Lets go of what it is read from, at the end of the exchange or before. */
    void close();
}
