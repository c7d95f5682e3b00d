package org.bindhost.examples.ticker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
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
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;
import org.bindhost.moniker.MonikerSyntaxException;

/** One line of a ticker: the callback of its bind, and the text that came. */
final class Line implements BindStatusCallback {

    private static final int MOST_BYTES = 4096;

    private final String name;
    private final Runnable changed;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private ReadyState readyState = ReadyState.UNINITIALIZED;
    private InputStream content = InputStream.nullInputStream(); // touched in callbacks only
    private Optional<Binding> binding = Optional.empty();
    private boolean unwanted;

    Line(String name, Runnable changed) {
        this.name = name;
        this.changed = changed;
    }

    String name() {
        return name;
    }

    synchronized ReadyState readyState() {
        return readyState;
    }

    synchronized String text() {
        return bytes.toString(UTF_8);
    }

    /** Begins to load and returns at once; the container's host decides what the name means. */
    void load(ControlSite site) {
        become(ReadyState.LOADED);
        try {
            var host = site.bindHost().orElseThrow(); // TextControl can do without one
            host.monikerBindToStorage(
                    host.createMoniker(name), site.bindContext(), this, InputStream.class);
        } catch (MonikerSyntaxException | BindException e) {
            show(e.getMessage().getBytes(UTF_8));
        }
    }

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
    public synchronized void onStartBinding(Binding started) throws BindException {
        binding = Optional.of(started);
        if (unwanted) {
            throw new BindException(Reason.ABORTED, name + " is no longer wanted");
        }
    }

    @Override
    public void onDataAvailable(DataAvailable data) throws BindException {
        content = data.content(InputStream.class); // the same at every notice
        try {
            show(content.readNBytes(content.available())); // what has come; more would have to wait
        } catch (IOException e) {
            throw new BindException(Reason.BROKEN, "reading " + name + " failed: " + e, e);
        }
        if (data.available() > MOST_BYTES) {
            throw new BindException(Reason.UNSUPPORTED, name + " is too long for a ticker");
        }
        become(ReadyState.INTERACTIVE);
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        if (outcome instanceof BindOutcome.Completed) {
            become(ReadyState.COMPLETE);
        } else if (outcome instanceof BindOutcome.Failed failed) {
            show((" (" + failed.cause().getMessage() + ")").getBytes(UTF_8));
        }
        try {
            content.close();
        } catch (IOException e) {
            show((" (" + e + ")").getBytes(UTF_8));
        }
    }

    private synchronized void show(byte[] more) {
        bytes.writeBytes(more);
    }

    private void become(ReadyState next) {
        synchronized (this) {
            readyState = next.compareTo(readyState) > 0 ? next : readyState;
        }
        changed.run();
    }
}
