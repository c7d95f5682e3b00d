package org.bindhost.bench.transfer.server;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A link that all its bodies share: so many bytes a second in all, each of which takes half a round
 * trip to arrive; and a body has no more on its way, or arrived and not taken, than its window.
 * Those that may send do so in turn, as flows of equal round trips do.
 */
final class Link {

    private static final int PACKET_BYTES = 4 * 1024;
    private static final long TICK_MILLIS = 2;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MOST_SAVED_SECONDS = 0.01;

    private final long bytesPerSecond;
    private final long delayNanos;
    private final long windowBytes;
    private final Deque<Flow> flows = new ArrayDeque<>();
    private double tokens;
    private long filledAt = System.nanoTime();

    Link(long bytesPerSecond, long roundTripNanos, long windowBytes) {
        this.bytesPerSecond = bytesPerSecond;
        this.delayNanos = roundTripNanos / 2;
        this.windowBytes = windowBytes;
    }

    Body body(long length, long nanos) {
        var flow = new Flow(length, nanos + delayNanos); // the request takes its half as well
        flows.add(flow);
        return flow;
    }

    /** Sends what may be sent by now. */
    private void advance(long nanos) {
        double most = bytesPerSecond * MOST_SAVED_SECONDS;
        double more = (nanos - filledAt) / NANOS_PER_SECOND * bytesPerSecond;
        tokens = Math.min(most, tokens + more);
        filledAt = nanos;
        int idle = 0;
        while (tokens >= PACKET_BYTES && idle < flows.size()) {
            Flow next = flows.removeFirst();
            flows.addLast(next);
            idle = next.send(nanos) ? 0 : idle + 1;
        }
    }

    private record Packet(long bytes, long due) {}

    /** One body on the link. */
    private final class Flow implements Body {

        private final long begins;
        private final Deque<Packet> onTheWay = new ArrayDeque<>();
        private long unsent;
        private long unwritten;
        private long arrived;
        private long away;

        Flow(long length, long begins) {
            this.unsent = length;
            this.unwritten = length;
            this.begins = begins;
        }

        boolean send(long nanos) {
            long bytes = Math.min(unsent, PACKET_BYTES);
            if (bytes == 0 || nanos < begins || away + arrived + bytes > windowBytes) {
                return false;
            }
            unsent -= bytes;
            away += bytes;
            tokens -= bytes;
            onTheWay.addLast(new Packet(bytes, nanos + delayNanos));
            return true;
        }

        @Override
        public long ready(long nanos) {
            advance(nanos);
            while (!onTheWay.isEmpty() && onTheWay.getFirst().due() <= nanos) {
                long bytes = onTheWay.removeFirst().bytes();
                away -= bytes;
                arrived += bytes;
            }
            return arrived;
        }

        @Override
        public void wrote(long bytes) {
            arrived -= bytes;
            unwritten -= bytes;
        }

        @Override
        public boolean isOver() {
            return unwritten == 0;
        }

        @Override
        public long tickMillis() {
            return TICK_MILLIS;
        }

        @Override
        public void close() {
            flows.remove(this);
        }
    }
}
