package org.bindhost.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindContext;
import org.bindhost.container.BindHost;
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;

/** A site that writes down what it is told. */
final class ListeningSite implements ControlSite {

    private final Optional<BindHost> host;
    private final BindContext context;
    private final List<ReadyState> heard = new CopyOnWriteArrayList<>();
    private final Map<ReadyState, CompletableFuture<Void>> reached =
            new EnumMap<>(ReadyState.class);

    ListeningSite(Optional<BindHost> host, BindContext context) {
        this.host = host;
        this.context = context;
        for (ReadyState state : ReadyState.values()) {
            reached.put(state, new CompletableFuture<>());
        }
    }

    List<ReadyState> heard() {
        return List.copyOf(heard);
    }

    /** Completes when a state is announced for the first time. */
    CompletionStage<Void> reached(ReadyState state) {
        return reached.get(state);
    }

    @Override
    public Optional<BindHost> bindHost() {
        return host;
    }

    @Override
    public BindContext bindContext() {
        return context;
    }

    @Override
    public void onReadyStateChange(ReadyState state) {
        heard.add(state);
        reached.get(state).complete(null);
    }
}
