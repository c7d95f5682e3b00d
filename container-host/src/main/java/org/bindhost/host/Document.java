package org.bindhost.host;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;

/**
 * What the binds of one document share: the base of its names, how urgent it is, and that they end
 * with it. A host without a document has one without a base.
 */
final class Document {

    private final Optional<String> base;
    private final Optional<Priority> priority;
    private final Set<Binding> bindings = ConcurrentHashMap.newKeySet();
    private final LongAdder bytes = new LongAdder();
    private volatile boolean closed;

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

    int transfers() {
        return bindings.size();
    }

    long bytes() {
        return bytes.sum();
    }

    void transferred(long more) {
        bytes.add(more);
    }

    /** Takes a bind in, unless the document is closed. */
    boolean add(Binding binding) {
        bindings.add(binding);
        return !closed;
    }

    void remove(Binding binding) {
        bindings.remove(binding);
    }

    /** Ends all its binds, now and to come, and waits a bounded time until that was heard. */
    void close(Duration most) {
        closed = true;
        Stops.abortAndWait(bindings, most);
    }
}
