package org.bindhost.core.engine;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.core.schedule.Ticket;

/**
 * What is left of a work when its bind has stopped: its figures, and a ticket that asks for
 * nothing.
 */
final class Done implements Work {

    private final long current;
    private final OptionalLong maximum;
    private final Ticket ticket;

    Done(Work work) {
        this.current = work.current();
        this.maximum = work.maximum();
        this.ticket = work.ticket().used();
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
    public Ticket ticket() {
        return ticket;
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
