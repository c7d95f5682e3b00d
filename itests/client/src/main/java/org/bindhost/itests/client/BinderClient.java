package org.bindhost.itests.client;

import java.io.InputStream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Binder;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.Monikers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Binds by itself, without a host. */
@Component(property = Client.WAY + "=binder")
public final class BinderClient implements Client {

    private final Monikers monikers;
    private final Binder binder;

    /**
     * Makes a client.
     *
     * @param monikers makes its names
     * @param binder makes its binds
     */
    @Activate
    public BinderClient(@Reference Monikers monikers, @Reference Binder binder) {
        this.monikers = monikers;
        this.binder = binder;
    }

    @Override
    public Heard bind(String name, BindInfo info) throws MonikerSyntaxException, BindException {
        var heard = new Heard(info);
        var context = binder.createBindContext(BindOptions.DEFAULT);
        context.registerCallback(heard);
        binder.bindToStorage(monikers.parse(name), context, InputStream.class);
        return heard;
    }
}
