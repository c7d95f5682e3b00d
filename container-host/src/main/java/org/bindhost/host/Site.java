package org.bindhost.host;

import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindOptions;
import org.bindhost.container.BindHost;
import org.bindhost.container.ControlSite;
import org.bindhost.container.ReadyState;

/** The place of one control: its host, and a context that ends with it. */
final class Site implements ControlSite, AutoCloseable {

    private final Hosting hosting;
    private final BindContext context;
    private volatile ReadyState readyState = ReadyState.UNINITIALIZED;

    Site(Hosting hosting) {
        this.hosting = hosting;
        this.context = hosting.createBindContext(BindOptions.DEFAULT);
    }

    @Override
    public Optional<BindHost> bindHost() {
        return Optional.of(hosting);
    }

    @Override
    public BindContext bindContext() {
        return context;
    }

    @Override
    public void onReadyStateChange(ReadyState state) {
        readyState = state;
    }

    ReadyState readyState() {
        return readyState;
    }

    @Override
    public void close() {
        hosting.close();
        context.close();
    }
}
