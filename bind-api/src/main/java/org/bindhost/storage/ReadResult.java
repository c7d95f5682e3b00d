package org.bindhost.storage;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletionStage;

/**
 * What came of reading where bytes may be missing. Source: the results of {@code
 * ISequentialStream::Read}.
 */
public sealed interface ReadResult {

    /**
     * Bytes were read.
     *
     * @param count how many, 1 or more
     */
    record Bytes(int count) implements ReadResult {
        /** Checks the count. */
        public Bytes {
            if (count < 1) {
                throw new IllegalArgumentException("no bytes: " + count);
            }
        }
    }

    /**
     * None are there yet.
     *
     * @param ready completes when it is worth trying again
     */
    record Pending(CompletionStage<Void> ready) implements ReadResult {
        /** Checks that there is something to wait on. */
        public Pending {
            requireNonNull(ready, "ready");
        }
    }

    /** None will ever come: the end. */
    record End() implements ReadResult {}
}
