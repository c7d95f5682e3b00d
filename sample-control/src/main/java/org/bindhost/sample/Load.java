package org.bindhost.sample;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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

    private final TextBytes text;
    private final Listener listener;

    private ReadyState readyState = ReadyState.LOADED;
    private Optional<Binding> binding = Optional.empty();
    private Optional<InputStream> content = Optional.empty(); // touched in callbacks only
    private Optional<BindException> failure = Optional.empty();
    private boolean unwanted;

    /**
     * Creates a load that has not begun.
     *
     * @param mostBytes what is shown at most; no more is transferred than that takes
     */
    Load(int mostBytes, Listener listener) {
        this.text = new TextBytes(mostBytes);
        this.listener = listener;
    }

    /** How to begin a bind with this callback. */
    @FunctionalInterface
    interface Begin {
        void with(BindStatusCallback callback) throws BindException;
    }

    /** Whom to tell of each new state; called while no lock is held. */
    @FunctionalInterface
    interface Listener {
        void reached(Load load, ReadyState state);
    }

    void begin(Begin bind) {
        listener.reached(this, ReadyState.LOADED);
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
        content = Optional.of(in);
        try {
            while (in.available() > 0 && text.room() > 0) {
                text.add(in.readNBytes(Math.min(in.available(), text.room())));
            }
        } catch (IOException e) {
            throw new BindException(Reason.BROKEN, "reading what has come failed: " + e, e);
        }
        become(ReadyState.INTERACTIVE);
        if (isFull()) {
            abort();
        }
    }

    /** A load that fails stays as ready as it was: what is missing will not come. */
    @Override
    public void onStopBinding(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Completed || isFull()) {
            become(ReadyState.COMPLETE);
        } else if (outcome instanceof BindOutcome.Failed failed) {
            fail(failed.cause());
        }
        content.ifPresent(Load::close);
        synchronized (this) {
            binding = Optional.empty();
        }
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            // Everything wanted of it has been read, so that nothing is lost.
            System.getLogger(Load.class.getName())
                    .log(System.Logger.Level.DEBUG, "a text could not be closed", e);
        }
    }

    /** Returns the text so far, and why the rest is missing if it will not come. */
    synchronized String text() {
        String soFar = text.toString();
        String separator = soFar.isEmpty() ? "" : "\n";
        return failure.map(why -> soFar + separator + why.getMessage()).orElse(soFar);
    }

    synchronized ReadyState readyState() {
        return readyState;
    }

    private boolean isFull() {
        return text.room() == 0;
    }

    private synchronized void fail(BindException cause) {
        failure = Optional.of(cause);
    }

    private void become(ReadyState next) {
        synchronized (this) {
            if (readyState.compareTo(next) >= 0) {
                return;
            }
            readyState = next;
        }
        listener.reached(this, next);
    }
}
