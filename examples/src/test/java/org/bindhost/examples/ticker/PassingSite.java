package org.bindhost.examples.ticker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.container.BindHost;
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;
import org.bindhost.core.BindCore;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;

/** A site, and its host, that decide nothing. */
final class PassingSite implements ControlSite, BindHost {

    private final BindCore core;
    private final BindContext context;
    private final BlockingQueue<ReadyState> states = new LinkedBlockingQueue<>();
    private final List<Binding> bindings = new CopyOnWriteArrayList<>();

    PassingSite(BindCore core) {
        this.core = core;
        this.context = core.binder().createBindContext(BindOptions.DEFAULT);
    }

    /** Waits for the next announcement. */
    ReadyState nextState() throws InterruptedException {
        return Optional.ofNullable(states.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    List<Binding> bindings() {
        return bindings;
    }

    @Override
    public Optional<BindHost> bindHost() {
        return Optional.of(this);
    }

    @Override
    public BindContext bindContext() {
        return context;
    }

    @Override
    public void onReadyStateChange(ReadyState state) {
        states.add(state);
    }

    @Override
    public Moniker createMoniker(String name) throws MonikerSyntaxException {
        return core.monikers().parse(name);
    }

    @Override
    public BindContext createBindContext(BindOptions options) {
        return core.binder().createBindContext(options);
    }

    @Override
    public <T> BindResult<T> monikerBindToStorage(
            Moniker moniker, BindContext of, BindStatusCallback callback, Class<T> type)
            throws BindException {
        var view = of.derive(of.options(), callback);
        var result = core.binder().bindToStorage(moniker, view, type);
        bindings.add(result.binding());
        return result;
    }

    @Override
    public <T> BindResult<T> monikerBindToObject(
            Moniker moniker, BindContext of, BindStatusCallback callback, Class<T> type) {
        throw new UnsupportedOperationException("a ticker asks for no objects");
    }
}
