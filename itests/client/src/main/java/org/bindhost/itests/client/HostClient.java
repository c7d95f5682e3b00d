package org.bindhost.itests.client;

import java.io.InputStream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.container.BindHost;
import org.bindhost.moniker.MonikerSyntaxException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Binds through the host without a document. */
@Component(property = Client.WAY + "=host")
public final class HostClient implements Client {

    private final BindHost host;

    /**
     * Makes a client.
     *
     * @param host its host
     */
    @Activate
    public HostClient(@Reference(target = "(!(document.base=*))") BindHost host) {
        this.host = host;
    }

    @Override
    public Heard bind(String name, BindInfo info) throws MonikerSyntaxException, BindException {
        var heard = new Heard(info);
        host.monikerBindToStorage(
                host.createMoniker(name),
                host.createBindContext(BindOptions.DEFAULT),
                heard,
                InputStream.class);
        return heard;
    }
}
