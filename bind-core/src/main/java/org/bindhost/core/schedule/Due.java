package org.bindhost.core.schedule;

import java.util.function.LongConsumer;

/** Something that is to be looked at again, soon or at a time; kept by an {@link Agenda}. */
final class Due {

    final LongConsumer look;
    final long number;
    boolean soon;
    boolean set;
    long at;

    Due(LongConsumer look, long number) {
        this.look = look;
        this.number = number;
    }
}
