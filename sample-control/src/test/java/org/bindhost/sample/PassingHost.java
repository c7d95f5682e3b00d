package org.bindhost.sample;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.container.BindHost;
import org.bindhost.core.BindCore;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;

/** A host that decides nothing, and remembers what was bound through it. */
final class PassingHost implements BindHost {

    private final BindCore core;
    private final List<Binding> bindings = new CopyOnWriteArrayList<>();
    private final List<BindStatusCallback> callbacks = new CopyOnWriteArrayList<>();

    PassingHost(BindCore core) {
        this.core = core;
    }

    /** The binds made, in order. */
    List<Binding> bindings() {
        return bindings;
    }

    /** The callbacks of the binds asked for, in order. */
    List<BindStatusCallback> callbacks() {
        return callbacks;
    }

    Binding lastBinding() {
        return bindings.get(bindings.size() - 1);
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
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException {
        callbacks.add(callback);
        var view = context.derive(context.options(), callback);
        var result = core.binder().bindToStorage(moniker, view, type);
        bindings.add(result.binding());
        return result;
    }

    @Override
    public <T> BindResult<T> monikerBindToObject(
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type) {
        throw new UnsupportedOperationException("no control here asks for objects");
    }
}
