package org.bindhost.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindKey;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Registration;

/** A bind context that aborts its bindings when it is closed. */
final class ListedContext implements BindContext {

    private final List<Binding> bindings = new ArrayList<>();
    private BindOptions options;
    private Optional<BindStatusCallback> callback = Optional.empty();
    private boolean closed;

    ListedContext(BindOptions options) {
        this.options = options;
    }

    void add(Binding binding) {
        bindings.add(binding);
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public BindOptions options() {
        return options;
    }

    @Override
    public void setOptions(BindOptions other) {
        this.options = other;
    }

    @Override
    public Optional<BindStatusCallback> callback() {
        return callback;
    }

    @Override
    public Optional<BindStatusCallback> registerCallback(BindStatusCallback other) {
        Optional<BindStatusCallback> previous = callback;
        callback = Optional.of(other);
        return previous;
    }

    @Override
    public void revokeCallback(BindStatusCallback other) {
        callback = callback.filter(c -> c != other);
    }

    @Override
    public BindContext derive(BindOptions other, BindStatusCallback own) {
        throw new UnsupportedOperationException("no verb derives contexts");
    }

    @Override
    public List<MediaRange> accepted() {
        return List.of(MediaRange.ANY);
    }

    @Override
    public void setAccepted(List<MediaRange> ranges) {
        throw new UnsupportedOperationException("no verb accepts types");
    }

    @Override
    public <T> Optional<T> parameter(BindKey<T> key) {
        return Optional.empty();
    }

    @Override
    public <T> void setParameter(BindKey<T> key, T value) {
        throw new UnsupportedOperationException("no verb sets parameters");
    }

    @Override
    public boolean removeParameter(BindKey<?> key) {
        return false;
    }

    @Override
    public Registration registerObjectBound(Object object) {
        throw new UnsupportedOperationException("no verb keeps objects");
    }

    @Override
    public void releaseBoundObjects() {}

    @Override
    public void close() {
        closed = true;
        bindings.forEach(Binding::abort);
    }
}
