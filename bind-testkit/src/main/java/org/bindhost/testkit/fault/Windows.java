package org.bindhost.testkit.fault;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much a client takes, on a connection and on each of its streams: RFC 9113, 5.2. Streams that
 * are not in it have been reset, or are over.
 */
final class Windows {

    /** The stream that stands for the connection. */
    private static final int CONNECTION = 0;

    private static final int FIRST_BYTES = 65_535;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Integer, Long> bytes = new HashMap<>();
    private long first = FIRST_BYTES;
    private boolean closed;

    Windows() {
        bytes.put(CONNECTION, (long) FIRST_BYTES);
    }

    void open(int stream) {
        locked(() -> bytes.put(stream, first));
    }

    void close(int stream) {
        locked(() -> bytes.remove(stream));
    }

    void close() {
        locked(() -> closed = true);
    }

    void widen(int stream, int by) {
        locked(() -> bytes.computeIfPresent(stream, (same, now) -> now + by));
    }

    /** All streams there are get the difference, and new ones this. */
    void first(int now) {
        locked(
                () -> {
                    long more = now - first;
                    first = now;
                    bytes.replaceAll((stream, left) -> stream == CONNECTION ? left : left + more);
                });
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes up to so many bytes, as soon as there are any. */
    int take(int stream, int most) throws IOException {
        lock.lock();
        try {
            while (isOpen(stream) && least(stream) <= 0) {
                changed.await();
            }
            check(stream);
            int taken = (int) Math.min(most, least(stream));
            bytes.merge(stream, (long) -taken, Long::sum);
            bytes.merge(CONNECTION, (long) -taken, Long::sum);
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the server closes", e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a stream is given up. */
    void awaitEnd(int stream) {
        lock.lock();
        try {
            while (isOpen(stream)) {
                changed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    boolean isOpen(int stream) {
        lock.lock();
        try {
            return !closed && bytes.containsKey(stream);
        } finally {
            lock.unlock();
        }
    }

    void check(int stream) throws IOException {
        if (!isOpen(stream)) {
            throw new IOException("stream " + stream + " was given up");
        }
    }

    private long least(int stream) {
        return Math.min(bytes.get(stream), bytes.get(CONNECTION));
    }
}
