package org.bindhost.core.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A link in a simulation: so many bytes a second, shared evenly by those whose bytes are on it, and
 * so long a way to the servers and back. Bytes are counted; none exist.
 */
final class Link {

    final long bytesPerSecond;
    final Duration roundTrip;
    private final Set<SimTransfer> moving = new LinkedHashSet<>();

    Link(long bytesPerSecond, Duration roundTrip) {
        this.bytesPerSecond = bytesPerSecond;
        this.roundTrip = roundTrip;
    }

    /** How much a socket holds: what comes in a tenth of a second, and 64 KiB at least. */
    long socketBytes() {
        return Math.max(64 << 10, bytesPerSecond / 10);
    }

    /** Takes in one that has bytes to send. */
    void join(SimTransfer transfer) {
        moving.add(transfer);
    }

    /**
     * Moves what can be moved in a time: whoever cannot use an even share leaves the rest to the
     * others, as on a real link.
     */
    void move(Duration time) {
        long left = bytesPerSecond * time.toMillis() / 1_000;
        List<SimTransfer> sending = new ArrayList<>(moving);
        moving.clear();
        sending.stream().filter(SimTransfer::isOpen).forEach(moving::add);
        sending.removeIf(transfer -> transfer.canSend(time) == 0);
        sending.sort(Comparator.comparingLong(transfer -> transfer.canSend(time)));
        for (int i = 0; i < sending.size(); i++) {
            long even = left / (sending.size() - i);
            long part = Math.min(even, sending.get(i).canSend(time));
            left -= part;
            sending.get(i).deliver(Math.min(part, sending.get(i).canSend(time)));
        }
    }
}
