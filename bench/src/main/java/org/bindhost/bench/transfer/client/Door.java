package org.bindhost.bench.transfer.client;

import org.bindhost.bench.Engine;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.moniker.Moniker;

/** One of the two ways into an engine: its binder, or a bind host in front of it. */
interface Door {

    /** Makes a context for binds that report to a callback. */
    BindContext context(BindOptions options, BindStatusCallback callback);

    /** Binds, with the callback that the context was made with. */
    <T> BindResult<T> bind(
            Moniker name, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException;

    /** The direct way. */
    static Door binder(Engine engine) {
        return new Door() {
            @Override
            public BindContext context(BindOptions options, BindStatusCallback callback) {
                var context = engine.binder().createBindContext(options);
                context.registerCallback(callback);
                return context;
            }

            @Override
            public <T> BindResult<T> bind(
                    Moniker name, BindContext context, BindStatusCallback callback, Class<T> type)
                    throws BindException {
                return engine.binder().bindToStorage(name, context, type);
            }
        };
    }
}
