package org.bindhost.testkit;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Body;

/**
 * A body whose bytes come when the test says so, and never beyond what was granted: what is let go
 * too early follows as soon as it is granted, within that call.
 *
 * <p>Each buffer is filled with other bytes once the call that brought it has returned, so that a
 * receiver that keeps one is found out.
 *
 * <p><b>Threads.</b> Any thread may call any method. Calls to the receiver come one at a time, on
 * whichever thread made them possible.
 */
public final class ScriptedBody implements Body {

    private static final int CHUNK_BYTES = 8_192;
    private static final byte SCRIBBLE = (byte) 0xEE;

    private final byte[] content;
    private final AtomicReference<Receiver> receiver = new AtomicReference<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong let = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile boolean cancelled;
    private volatile boolean over;

    /** How it ends: by a failure at once, or without one after the bytes let go. */
    private record Ending(Optional<BindException> failure) {}

    ScriptedBody(byte[] content) {
        this.content = content.clone();
    }

    /**
     * Lets go of the next bytes; they are delivered as far as they are granted.
     *
     * @param bytes how many, 0 or more; beyond the content there is nothing
     */
    public void deliver(int bytes) {
        let.addAndGet(bytes);
        work();
    }

    /** Lets go of all the rest, and of the end after it. */
    public void deliverAll() {
        let.addAndGet(content.length);
        complete();
    }

    /** Ends it after the bytes let go so far, whether that is all of the content or not. */
    public void complete() {
        end(new Ending(Optional.empty()));
    }

    /**
     * Breaks it off, at once.
     *
     * @param failure why
     */
    public void fail(BindException failure) {
        end(new Ending(Optional.of(failure)));
    }

    /**
     * Returns how much was granted.
     *
     * @return bytes, in all
     */
    public long granted() {
        return granted.get();
    }

    /**
     * Returns how much was delivered.
     *
     * @return bytes, in all
     */
    public long delivered() {
        return delivered.get();
    }

    /**
     * Tells whether the receiver was named.
     *
     * @return {@code true} from {@link #start} on
     */
    public boolean isStarted() {
        return receiver.get() != null;
    }

    /**
     * Tells whether the rest was given up.
     *
     * @return {@code true} from {@link #cancel} on
     */
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void start(Receiver starting) {
        if (!receiver.compareAndSet(null, starting)) {
            throw new AssertionError("a body is started once");
        }
        work();
    }

    @Override
    public void request(long bytes) {
        if (bytes < 1) {
            throw new AssertionError("a grant is 1 or more, not " + bytes);
        }
        granted.addAndGet(bytes);
        work();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    private void end(Ending chosen) {
        ending.compareAndSet(null, chosen);
        work();
    }

    /**
     * Only the one that finds no other at work works; whoever comes meanwhile leaves it a round.
     */
    private void work() {
        if (work.getAndIncrement() > 0) {
            return;
        }
        int rounds = 1;
        while (rounds > 0) {
            receiver().ifPresent(this::deliverTo);
            rounds = work.addAndGet(-rounds);
        }
    }

    private Optional<Receiver> receiver() {
        return Optional.ofNullable(receiver.get());
    }

    private void deliverTo(Receiver to) {
        while (!isSilent() && !isBroken() && due() > 0) {
            deliverChunk(to);
        }
        boolean drained = delivered.get() == Math.min(let.get(), content.length);
        if (!isSilent() && ending.get() != null && (drained || isBroken())) {
            over = true;
            ending.get().failure.ifPresentOrElse(to::onFailure, to::onComplete);
        }
    }

    private boolean isSilent() {
        return over || cancelled;
    }

    private boolean isBroken() {
        return ending.get() != null && ending.get().failure.isPresent();
    }

    private int due() {
        long end = Math.min(Math.min(granted.get(), let.get()), content.length);
        return (int) Math.min(end - delivered.get(), CHUNK_BYTES);
    }

    private void deliverChunk(Receiver to) {
        var chunk = new byte[due()];
        System.arraycopy(content, (int) delivered.get(), chunk, 0, chunk.length);
        delivered.addAndGet(chunk.length);
        to.onBytes(ByteBuffer.wrap(chunk).asReadOnlyBuffer());
        Arrays.fill(chunk, SCRIBBLE);
    }
}
