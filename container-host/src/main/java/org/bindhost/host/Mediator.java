package org.bindhost.host;

import java.util.Optional;
import java.util.Set;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DelegatingBindStatusCallback;
import org.bindhost.bind.Priority;

/**
 * Steps between a bind and its control: watches progress and decides priority for the container,
 * and hands everything on unchanged and in order (G-02, F-03).
 */
final class Mediator extends DelegatingBindStatusCallback {

    private final Document document;
    private final Set<Binding> ofClient;
    private Optional<Binding> binding = Optional.empty();
    private long seen;

    /**
     * Creates a mediator.
     *
     * @param ofClient the binds under way for the same client, which this one joins and leaves
     */
    Mediator(Document document, Set<Binding> ofClient, BindStatusCallback control) {
        super(control);
        this.document = document;
        this.ofClient = ofClient;
    }

    /** The container's word; what a control would like is not asked. */
    @Override
    public Optional<Priority> priority() {
        return document.priority();
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        binding = Optional.of(started);
        ofClient.add(started);
        if (!document.add(started)) {
            started.abort(); // the control hears of both, as of any abort at the start
        }
        super.onStartBinding(started);
    }

    @Override
    public void onProgress(BindProgress progress) throws BindException {
        if (isTransfer(progress.status())) {
            document.transferred(progress.current() - seen);
            seen = progress.current();
        }
        super.onProgress(progress);
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        binding.ifPresent(
                ended -> {
                    document.remove(ended);
                    ofClient.remove(ended);
                });
        super.onStopBinding(outcome);
    }

    private static boolean isTransfer(BindStatus status) {
        return status == BindStatus.DOWNLOADING_DATA || status == BindStatus.END_DOWNLOAD_DATA;
    }
}
