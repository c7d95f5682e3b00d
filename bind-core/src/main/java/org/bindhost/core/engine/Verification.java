package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.Digest;
import org.bindhost.core.spool.Cursor;
import org.bindhost.core.spool.Reader;
import org.bindhost.moniker.Moniker;

/**
 * Calculates the digest of what comes into a spool, as one more of its readers, on threads that may
 * wait for a disk.
 */
final class Verification {

    private final Moniker moniker;
    private final Digest expected;
    private final Cursor cursor;
    private final Executor threads;
    private final MessageDigest digest;
    private final Serial passes = new Serial();
    private final AtomicBoolean isQueued = new AtomicBoolean();

    // Touched in passes only.
    private long total = -1; // once all has come
    private Consumer<Optional<BindException>> then = wrong -> {};

    Verification(Moniker moniker, Digest expected, Cursor cursor, Executor threads) {
        this.moniker = moniker;
        this.expected = expected;
        this.cursor = cursor;
        this.threads = threads;
        try {
            this.digest = MessageDigest.getInstance(expected.algorithm());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("it was there when the digest was made", e);
        }
    }

    boolean isOf(Reader reader) {
        return cursor.equals(reader);
    }

    /** Bytes have come. */
    void arrived() {
        if (isQueued.compareAndSet(false, true)) {
            later(
                    () -> {
                        isQueued.set(false);
                        read();
                    });
        }
    }

    /**
     * All bytes have come.
     *
     * @param whenDone told what is wrong with them, if anything is; once, unless it is closed
     */
    void complete(long itsTotal, Consumer<Optional<BindException>> whenDone) {
        later(
                () -> {
                    total = itsTotal;
                    then = whenDone;
                    read();
                });
    }

    private void later(Runnable pass) {
        try {
            threads.execute(() -> passes.run(pass));
        } catch (RejectedExecutionException e) {
            // The engine is closing, and ends every bind.
        }
    }

    private void read() {
        try {
            while (cursor.unread() > 0) {
                ByteBuffer next = cursor.peek();
                int count = next.remaining();
                digest.update(next);
                cursor.consume(count);
            }
        } catch (IOException e) {
            tell(Optional.of(unread(e)));
        }
        if (cursor.position() == total) {
            tell(mismatch());
        }
    }

    private void tell(Optional<BindException> wrong) {
        Consumer<Optional<BindException>> told = then;
        then = again -> {};
        total = -1;
        told.accept(wrong);
    }

    private BindException unread(IOException e) {
        return new BindException(
                Reason.STORAGE_FAILED, moniker + " cannot be verified: " + e.getMessage(), e);
    }

    private Optional<BindException> mismatch() {
        String found = HexFormat.of().formatHex(digest.digest());
        return found.equals(expected.hex())
                ? Optional.empty()
                : Optional.of(
                        new BindException(
                                Reason.DIGEST_MISMATCH,
                                moniker
                                        + " has the "
                                        + expected.algorithm()
                                        + " "
                                        + found
                                        + ", and not "
                                        + expected.hex()));
    }

    /** It is of no use any more. */
    void close() {
        cursor.close();
    }
}
