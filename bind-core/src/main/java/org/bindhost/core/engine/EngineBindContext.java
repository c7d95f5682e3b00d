package org.bindhost.core.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindKey;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Registration;

/** What binds share, and what keeps their results until it is closed. */
final class EngineBindContext implements BindContext {

    private final Shared shared;
    private final Optional<Consumer<EngineBindContext>> onClose; // a view has none

    private volatile BindOptions options;
    private volatile List<MediaRange> accepted = List.of(MediaRange.ANY);
    private Optional<BindStatusCallback> callback = Optional.empty();

    /** What a context and its views have in common. */
    private record Shared(
            BindGroup binds,
            BoundObjects clientObjects,
            BoundObjects results,
            Map<BindKey<?>, Object> parameters) {}

    /**
     * Creates a context.
     *
     * @param onClose told when it is closed
     */
    EngineBindContext(BindOptions options, Consumer<EngineBindContext> onClose) {
        this(
                new Shared(
                        new BindGroup(),
                        new BoundObjects(),
                        new BoundObjects(),
                        new ConcurrentHashMap<>()),
                Optional.of(onClose),
                options);
    }

    private EngineBindContext(
            Shared shared, Optional<Consumer<EngineBindContext>> onClose, BindOptions options) {
        this.shared = shared;
        this.onClose = onClose;
        this.options = requireNonNull(options, "options");
    }

    @Override
    public BindContext derive(BindOptions itsOptions, BindStatusCallback itsCallback) {
        var view = new EngineBindContext(shared, Optional.empty(), itsOptions);
        view.accepted = accepted;
        view.registerCallback(itsCallback);
        return view;
    }

    BindGroup binds() {
        return shared.binds();
    }

    /** What binds have given out and clients have not closed yet. */
    BoundObjects results() {
        return shared.results();
    }

    void checkOpen() {
        if (shared.binds().isClosed()) {
            throw new IllegalStateException("the bind context is closed");
        }
    }

    @Override
    public BindOptions options() {
        return options;
    }

    @Override
    public void setOptions(BindOptions newOptions) {
        options = requireNonNull(newOptions, "options");
    }

    @Override
    public synchronized Optional<BindStatusCallback> callback() {
        return callback;
    }

    @Override
    public synchronized Optional<BindStatusCallback> registerCallback(BindStatusCallback newOne) {
        var former = callback;
        callback = Optional.of(requireNonNull(newOne, "callback"));
        return former;
    }

    @Override
    public synchronized void revokeCallback(BindStatusCallback revoked) {
        requireNonNull(revoked, "callback");
        callback = callback.filter(present -> present != revoked);
    }

    @Override
    public List<MediaRange> accepted() {
        return accepted;
    }

    @Override
    public void setAccepted(List<MediaRange> ranges) {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("at least one media range must be accepted");
        }
        accepted = List.copyOf(ranges);
    }

    /** What is set at this moment; a copy. */
    Map<BindKey<?>, Object> parameters() {
        return Map.copyOf(shared.parameters());
    }

    @Override
    public <T> Optional<T> parameter(BindKey<T> key) {
        return Optional.ofNullable(key.type().cast(shared.parameters().get(key)));
    }

    @Override
    public <T> void setParameter(BindKey<T> key, T value) {
        shared.parameters().put(key, key.type().cast(requireNonNull(value, "value")));
    }

    @Override
    public boolean removeParameter(BindKey<?> key) {
        return shared.parameters().remove(key) != null;
    }

    @Override
    public Registration registerObjectBound(Object object) {
        return shared.clientObjects().add(requireNonNull(object, "object"));
    }

    @Override
    public void releaseBoundObjects() {
        shared.clientObjects().releaseAll();
    }

    @Override
    public void close() {
        if (onClose.isEmpty()) {
            return;
        }
        shared.binds().close();
        shared.results().close();
        shared.clientObjects().close();
        shared.parameters().clear();
        synchronized (this) {
            callback = Optional.empty();
        }
        onClose.get().accept(this);
    }
}
