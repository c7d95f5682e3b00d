package org.bindhost.core.engine;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;

/** What is left of a work when its bind has stopped: its figures. Steering it has no effect. */
final class Done implements Work {

    private final long current;
    private final OptionalLong maximum;
    private final Optional<Resumption> resumption;

    Done(Work work) {
        this.current = work.current();
        this.maximum = work.maximum();
        this.resumption = work.resumption();
    }

    @Override
    public void begin() {
        throw new IllegalStateException("it is over");
    }

    @Override
    public void end(Optional<BindException> cause) {
        throw new IllegalStateException("it is over");
    }

    @Override
    public void priority(Priority priority) {
        // It does not move any more.
    }

    @Override
    public void suspended(boolean isSuspended) {
        // It does not move any more.
    }

    @Override
    public Optional<Resumption> resumption() {
        return resumption;
    }

    @Override
    public long current() {
        return current;
    }

    @Override
    public OptionalLong maximum() {
        return maximum;
    }
}
