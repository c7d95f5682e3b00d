package org.bindhost.bench.transfer.client;

import java.util.concurrent.CompletionStage;

/** A body that is flowing, and can be held. */
public interface Tap {

    /** How many bytes have been taken. */
    long taken();

    /** Takes no more, after the buffer that is being taken. */
    void hold();

    /** Goes on. */
    void go();

    /** Gives up what has not come. */
    void abort();

    /** Completes with the length when everything has been taken, or with what went wrong. */
    CompletionStage<Long> done();

    /** Completes when it is over, one way or another. */
    CompletionStage<?> stopped();
}
