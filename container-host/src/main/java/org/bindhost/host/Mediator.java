package org.bindhost.host;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.Priority;

/**
 * Steps between a bind and its control: watches progress and decides priority for the container,
 * and hands everything on unchanged and in order (G-02, F-03).
 */
final class Mediator extends DelegatingBindStatusCallback {

    private final Document document;
    private final List<Binds> groups;
    private Optional<Binding> binding = Optional.empty();
    private long seen;
    private volatile Optional<Thread> inside = Optional.empty();
    private volatile boolean stopped;

    /**
     * Creates a mediator.
     *
     * @param ofClient the binds under way for the same client, which this one joins and leaves
     */
    Mediator(Document document, Binds ofClient, BindStatusCallback control) {
        super(control);
        this.document = document;
        this.groups = List.of(document.binds(), ofClient);
    }

    /**
     * The bind has been made, and may not have begun: from here on whoever closes finds it. One
     * that is aborted before it begins hears of nothing, so that only its completion lets it go.
     */
    void made(Binding itsBinding) {
        join(itsBinding);
        itsBinding.completion().thenRun(() -> leave(itsBinding));
        if (stopped) {
            leave(itsBinding); // it was faster than its maker
        }
    }

    private void join(Binding joining) {
        groups.forEach(group -> group.add(joining, this));
    }

    private void leave(Binding leaving) {
        groups.forEach(group -> group.remove(leaving));
    }

    /** Tells whether the calling thread is in the control's callback of this bind. */
    boolean isCurrent() {
        return inside.equals(Optional.of(Thread.currentThread()));
    }

    /** The container's word; what a control would like is not asked. */
    @Override
    public Optional<Priority> priority() {
        return document.priority();
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        binding = Optional.of(started);
        join(started); // where that aborts it, the control hears of both, as of any abort here
        within(() -> super.onStartBinding(started));
    }

    @Override
    public void onProgress(BindProgress progress) throws BindException {
        if (isTransfer(progress.status())) {
            count(progress.current());
        }
        within(() -> super.onProgress(progress));
    }

    @Override
    public void onDataAvailable(DataAvailable data) throws BindException {
        count(data.available()); // no progress comes before the first notice
        within(() -> super.onDataAvailable(data));
    }

    @Override
    public void onObjectAvailable(Object object) throws BindException {
        within(() -> super.onObjectAvailable(object));
    }

    /** It leaves when the control has heard of the end, so that whoever closes waits for that. */
    @Override
    public void onStopBinding(BindOutcome outcome) {
        inside = Optional.of(Thread.currentThread());
        try {
            super.onStopBinding(outcome);
        } finally {
            inside = Optional.empty();
            stopped = true;
            binding.ifPresent(this::leave);
        }
    }

    private interface Call {
        void make() throws BindException;
    }

    private void within(Call call) throws BindException {
        inside = Optional.of(Thread.currentThread());
        try {
            call.make();
        } finally {
            inside = Optional.empty();
        }
    }

    private void count(long total) {
        document.transferred(total - seen);
        seen = total;
    }

    private static boolean isTransfer(BindStatus status) {
        return switch (status) {
            case DOWNLOADING_DATA, END_DOWNLOAD_DATA, UPLOADING_DATA, END_UPLOAD_DATA -> true;
            default -> false;
        };
    }
}
