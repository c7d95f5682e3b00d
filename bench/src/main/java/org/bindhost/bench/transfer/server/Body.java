package org.bindhost.bench.transfer.server;

/** When the bytes of an answer may leave. All zeros: only their number and time matter. */
interface Body {

    /** How many may be written now. */
    long ready(long nanos);

    /** So many were. */
    void wrote(long bytes);

    /** Whether all have been. */
    boolean isOver();

    /**
     * How long until there may be more, if there are none now; 0 if that does not depend on time.
     */
    default long tickMillis() {
        return 0;
    }

    /** Nobody wants the rest. */
    default void close() {}

    /** As fast as they are taken. */
    static Body flow(long length) {
        return new Body() {
            private long left = length;

            @Override
            public long ready(long nanos) {
                return left;
            }

            @Override
            public void wrote(long bytes) {
                left -= bytes;
            }

            @Override
            public boolean isOver() {
                return left == 0;
            }
        };
    }

    /** A few every now and then. */
    static Body drip(long nanosNow) {
        return new Body() {
            private static final long EVERY_NANOS = 2_000_000_000L;
            private static final int DROP_BYTES = 16;
            private static final long LOOK_MILLIS = 250;
            private long due = nanosNow;

            @Override
            public long ready(long nanos) {
                return nanos >= due ? DROP_BYTES : 0;
            }

            @Override
            public void wrote(long bytes) {
                due += EVERY_NANOS;
            }

            @Override
            public boolean isOver() {
                return false;
            }

            @Override
            public long tickMillis() {
                return LOOK_MILLIS;
            }
        };
    }
}
