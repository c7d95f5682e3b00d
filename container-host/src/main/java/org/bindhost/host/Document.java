package org.bindhost.host;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.bindhost.bind.Priority;

/**
 * What the binds of one document share: the base of its names, how urgent it is, and that they end
 * with it. A host without a document has one without a base.
 */
final class Document {

    private final Optional<String> base;
    private final Optional<Priority> priority;
    private final Binds binds = new Binds();
    private final LongAdder bytes = new LongAdder();

    Document(Optional<String> base, Optional<Priority> priority) {
        this.base = base;
        this.priority = priority;
    }

    Optional<String> base() {
        return base;
    }

    Optional<Priority> priority() {
        return priority;
    }

    Binds binds() {
        return binds;
    }

    long bytes() {
        return bytes.sum();
    }

    void transferred(long more) {
        bytes.add(more);
    }
}
