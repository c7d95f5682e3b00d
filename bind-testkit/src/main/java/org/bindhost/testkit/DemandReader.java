package org.bindhost.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;

/**
 * Reads a content by demand, in either form, and keeps book of the rules of {@link Body}.
 *
 * <p><b>Threads.</b> One thread starts and grants; any thread may cancel and look.
 */
public final class DemandReader {

    private final Body body;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private Optional<String> end = Optional.empty();
    private Optional<BindException> failure = Optional.empty();
    private long granted;
    private volatile boolean cancelled;
    private volatile Runnable onBytes = () -> {};

    /**
     * Creates a reader of what was found.
     *
     * @param content the answer of a driver
     * @param patience how long to wait for the driver at most
     * @throws AssertionError if the content is a redirect
     */
    public DemandReader(Content content, Duration patience) {
        this.body = bodyOf(content);
        this.patience = patience;
    }

    private static Body bodyOf(Content content) {
        if (content instanceof Content.Found found) {
            return found.body();
        }
        if (content instanceof Content.Blocking blocking) {
            return new ChannelBody(blocking.channel());
        }
        throw new AssertionError("there is nothing to read in " + content);
    }

    /**
     * Names this reader to the body as its receiver.
     *
     * @return this reader
     */
    public DemandReader start() {
        body.start(new Receiver());
        return this;
    }

    /**
     * Has something done in every call that brings bytes.
     *
     * @param action what to do
     */
    public void whenBytesCome(Runnable action) {
        onBytes = action;
    }

    /**
     * Grants more.
     *
     * @param bytes how many
     */
    public void grant(long bytes) {
        locked(() -> granted += bytes);
        body.request(bytes);
    }

    /** Gives up the rest. Whatever comes after this returned breaks a rule. */
    public void cancel() {
        body.cancel();
        cancelled = true;
    }

    /**
     * Waits until a number of bytes has come, or the end.
     *
     * @param total how many, counted from the first
     * @throws AssertionError if they do not come in time
     */
    public void awaitBytes(long total) {
        await(() -> received.size() >= total || end.isPresent(), total + " bytes");
    }

    /**
     * Reads to the end.
     *
     * @param portions how much to grant at a time
     * @return all bytes
     * @throws AssertionError if there is no end in time, or a rule was broken
     */
    public byte[] readAll(LongSupplier portions) {
        readToEnd(portions);
        check();
        return received();
    }

    /**
     * Reads to the end, be it a failure.
     *
     * @param portions how much to grant at a time
     * @return how it failed, or empty if it is complete
     * @throws AssertionError if there is no end in time, or a rule was broken
     */
    public Optional<BindException> readToEnd(LongSupplier portions) {
        while (!isOver()) {
            long portion = portions.getAsLong();
            long before = count();
            grant(portion);
            awaitBytes(before + portion);
        }
        checkRules();
        return failure;
    }

    private long count() {
        lock.lock();
        try {
            return received.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what has come.
     *
     * @return the bytes so far; a copy
     */
    public byte[] received() {
        lock.lock();
        try {
            return received.toByteArray();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether the end or a failure was heard.
     *
     * @return {@code true} if so
     */
    public boolean isOver() {
        lock.lock();
        try {
            return end.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Checks that no rule was broken and nothing failed.
     *
     * @throws AssertionError that lists what was wrong
     */
    public void check() {
        checkRules();
        if (failure.isPresent()) {
            throw new AssertionError("the body failed", failure.get());
        }
    }

    private void checkRules() {
        if (!broken.isEmpty()) {
            throw new AssertionError("the body broke the rules: " + broken);
        }
    }

    private void await(BooleanSupplier reached, String what) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!reached.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError(what + " expected, " + received.size() + " came");
                }
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted, waiting for " + what, e);
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private final class Receiver implements Body.Receiver {

        @Override
        public void onBytes(ByteBuffer bytes) {
            enter("onBytes");
            int length = bytes.remaining();
            locked(() -> take(bytes));
            if (length == 0) {
                broken.add("a call without bytes");
            }
            onBytes.run();
            inside.decrementAndGet();
        }

        @Override
        public void onComplete() {
            enter("onComplete");
            locked(() -> end = Optional.of("onComplete"));
            inside.decrementAndGet();
        }

        @Override
        public void onFailure(BindException cause) {
            enter("onFailure");
            locked(
                    () -> {
                        end = Optional.of("onFailure");
                        failure = Optional.of(cause);
                    });
            inside.decrementAndGet();
        }

        private void enter(String call) {
            if (inside.getAndIncrement() > 0) {
                broken.add(call + " during another call");
            }
            if (cancelled) {
                broken.add(call + " after cancel returned");
            }
            lock.lock();
            try {
                end.ifPresent(earlier -> broken.add(call + " after " + earlier));
            } finally {
                lock.unlock();
            }
        }

        private void take(ByteBuffer bytes) {
            var copy = new byte[bytes.remaining()];
            bytes.get(copy);
            received.writeBytes(copy);
            if (received.size() > granted) {
                broken.add(received.size() + " bytes delivered, " + granted + " granted");
            }
        }
    }
}
