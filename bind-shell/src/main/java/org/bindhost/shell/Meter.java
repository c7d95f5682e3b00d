package org.bindhost.shell;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of one transfer, for those who watch it. */
final class Meter {

    private static final long UNKNOWN = -1;

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong expected = new AtomicLong(UNKNOWN);

    void add(long count) {
        bytes.addAndGet(count);
    }

    /** Nothing has come. */
    void reset() {
        bytes.set(0);
    }

    void expect(OptionalLong length) {
        expected.set(length.orElse(UNKNOWN));
    }

    long bytes() {
        return bytes.get();
    }

    OptionalLong expected() {
        long length = expected.get();
        return length == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(length);
    }
}
