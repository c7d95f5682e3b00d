package org.bindhost.host;

import java.time.Duration;
import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binder;
import org.bindhost.bind.Requester;
import org.bindhost.container.BindHost;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;

/**
 * The bind host of one client in one document; its binds end when the client or the document goes.
 * Services of different properties extend it.
 */
class Hosting implements BindHost {

    /** How long whoever closes waits until the callbacks have returned. */
    static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Monikers monikers;
    private final Binder binder;
    private final Document document;
    private final Requester requester;
    private final Binds binds = new Binds();
    private volatile Optional<Moniker> base = Optional.empty();

    Hosting(Monikers monikers, Binder binder, Document document, String client) {
        this.monikers = monikers;
        this.binder = binder;
        this.document = document;
        this.requester = new Requester(client, document.base());
    }

    @Override
    public final Moniker createMoniker(String name) throws MonikerSyntaxException {
        return document.base().isPresent()
                ? monikers.parse(name, base(document.base().get()))
                : monikers.parse(name);
    }

    /** The base is a value: parsed once, it outlives the driver that understood it. */
    private Moniker base(String name) throws MonikerSyntaxException {
        if (base.isEmpty()) {
            base = Optional.of(monikers.parse(name));
        }
        return base.orElseThrow();
    }

    @Override
    public final BindContext createBindContext(BindOptions options) {
        return binder.createBindContext(options.withRequester(requester));
    }

    @Override
    public final <T> BindResult<T> monikerBindToStorage(
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException {
        return bind(context, callback, view -> binder.bindToStorage(moniker, view, type));
    }

    @Override
    public final <T> BindResult<T> monikerBindToObject(
            Moniker moniker, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException {
        return bind(context, callback, view -> binder.bindToObject(moniker, view, type));
    }

    private interface Bind<T> {
        BindResult<T> with(BindContext view) throws BindException;
    }

    private <T> BindResult<T> bind(BindContext context, BindStatusCallback callback, Bind<T> bind)
            throws BindException {
        var mediator = new Mediator(document, binds, callback);
        // Whatever the control has said: rules and logs are about it, and not about whom it names.
        BindOptions own = context.options().withRequester(requester);
        BindResult<T> result = bind.with(context.derive(own, mediator));
        mediator.made(result.binding());
        return result;
    }

    final Document document() {
        return document;
    }

    /** Ends the client's binds, now and to come, and waits a bounded time until it has heard. */
    final void close() {
        binds.close(STOP_WITHIN);
    }
}
