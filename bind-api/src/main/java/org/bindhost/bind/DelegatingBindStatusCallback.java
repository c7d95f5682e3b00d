package org.bindhost.bind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Forwards every call to another callback, with the same arguments and that one's answers (C-09).
 * Whoever steps between a bind and its callback extends this and overrides what it wants to see.
 */
public class DelegatingBindStatusCallback implements BindStatusCallback {

    private final BindStatusCallback delegate;

    /**
     * Creates a callback that forwards.
     *
     * @param delegate whom to forward to
     */
    public DelegatingBindStatusCallback(BindStatusCallback delegate) {
        this.delegate = requireNonNull(delegate, "delegate");
    }

    @Override
    public BindInfo getBindInfo() throws BindException {
        return delegate.getBindInfo();
    }

    @Override
    public Optional<Priority> priority() {
        return delegate.priority();
    }

    @Override
    public void onStartBinding(Binding binding) throws BindException {
        delegate.onStartBinding(binding);
    }

    @Override
    public void onProgress(BindProgress progress) throws BindException {
        delegate.onProgress(progress);
    }

    @Override
    public void onDataAvailable(DataAvailable data) throws BindException {
        delegate.onDataAvailable(data);
    }

    @Override
    public void onObjectAvailable(Object object) throws BindException {
        delegate.onObjectAvailable(object);
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        delegate.onStopBinding(outcome);
    }

    @Override
    public <T> Optional<T> extension(Class<T> type) {
        return delegate.extension(type);
    }
}
