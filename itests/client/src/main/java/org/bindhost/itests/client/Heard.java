package org.bindhost.itests.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;

/** A callback that remembers what it heard and reads nothing: a bind by pull stays under way. */
public final class Heard implements BindStatusCallback {

    private final BindInfo info;
    private final List<Binding> starts = new CopyOnWriteArrayList<>();
    private final List<BindOutcome> stops = new CopyOnWriteArrayList<>();
    private final CompletableFuture<DataAvailable> data = new CompletableFuture<>();

    /**
     * Creates a callback that heard nothing yet.
     *
     * @param info how it wants the bind carried out
     */
    public Heard(BindInfo info) {
        this.info = info;
    }

    @Override
    public BindInfo getBindInfo() {
        return info;
    }

    @Override
    public void onStartBinding(Binding binding) {
        starts.add(binding);
    }

    @Override
    public void onDataAvailable(DataAvailable available) {
        data.complete(available);
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        stops.add(outcome);
        data.completeExceptionally(new IllegalStateException("no data, but " + outcome));
    }

    /**
     * Returns the starts heard so far.
     *
     * @return the bindings
     */
    public List<Binding> starts() {
        return List.copyOf(starts);
    }

    /**
     * Returns the stops heard so far.
     *
     * @return the outcomes
     */
    public List<BindOutcome> stops() {
        return List.copyOf(stops);
    }

    /**
     * Returns how it ended.
     *
     * @return the first stop heard, or empty if none was
     */
    public Optional<BindOutcome> outcome() {
        return stops.stream().findFirst();
    }

    /**
     * Returns the first data.
     *
     * @return complete when there was some, or failed when there was none
     */
    public CompletableFuture<DataAvailable> data() {
        return data;
    }
}
