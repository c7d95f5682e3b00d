package org.bindhost.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;
import org.bindhost.container.ReadyState;

/** One load of a text: the callback of its bind, and what has come of it. */
final class Load implements BindStatusCallback {

    private final int mostBytes;
    private final Consumer<ReadyState> listener;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ReadyState readyState = ReadyState.LOADED;
    private Optional<Binding> binding = Optional.empty();
    private Optional<BindException> failure = Optional.empty();
    private boolean unwanted;

    /**
     * Creates a load that has not begun.
     *
     * @param mostBytes what is shown at most; no more is transferred than that takes
     * @param listener told of each new state, while no lock is held
     */
    Load(int mostBytes, Consumer<ReadyState> listener) {
        this.mostBytes = mostBytes;
        this.listener = listener;
    }

    /** How to begin a bind with this callback. */
    @FunctionalInterface
    interface Begin {
        void with(BindStatusCallback callback) throws BindException;
    }

    void begin(Begin bind) {
        listener.accept(ReadyState.LOADED);
        try {
            bind.with(this);
        } catch (BindException e) {
            fail(e);
        }
    }

    /** Nobody wants the text any more. May be called from anywhere, and more than once. */
    void abort() {
        Optional<Binding> toAbort;
        synchronized (this) {
            unwanted = true;
            toAbort = binding;
        }
        toAbort.ifPresent(Binding::abort);
    }

    @Override
    public BindInfo getBindInfo() {
        return BindInfo.PULL;
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        synchronized (this) {
            binding = Optional.of(started);
            if (!unwanted) {
                return;
            }
        }
        throw new BindException(Reason.ABORTED, "the control was given another name");
    }

    /** Takes what has come, and no more: reading to the end of it asks for the next portion. */
    @Override
    public void onDataAvailable(DataAvailable data) throws BindException {
        var in = data.content(InputStream.class);
        try {
            while (in.available() > 0 && room() > 0) {
                take(in.readNBytes(Math.min(in.available(), room())));
            }
        } catch (IOException e) {
            throw new BindException(Reason.BROKEN, "reading what has come failed: " + e, e);
        }
        become(ReadyState.INTERACTIVE);
        if (room() == 0) {
            abort();
        }
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Failed failed) {
            fail(failed.cause());
        } else if (outcome instanceof BindOutcome.Completed || room() == 0) {
            become(ReadyState.COMPLETE);
        }
        synchronized (this) {
            binding = Optional.empty();
        }
    }

    synchronized String text() {
        return failure.map(BindException::getMessage)
                .orElseGet(() -> bytes.toString(StandardCharsets.UTF_8));
    }

    synchronized ReadyState readyState() {
        return readyState;
    }

    private synchronized int room() {
        return mostBytes - bytes.size();
    }

    private synchronized void take(byte[] more) {
        bytes.writeBytes(more);
    }

    private synchronized void fail(BindException cause) {
        failure = Optional.of(cause);
    }

    private void become(ReadyState next) {
        synchronized (this) {
            if ((unwanted && next != ReadyState.COMPLETE) || readyState.compareTo(next) >= 0) {
                return;
            }
            readyState = next;
        }
        listener.accept(next);
    }
}
