package org.bindhost.itests.cases;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.container.BindHost;
import org.bindhost.moniker.Moniker;
import org.junit.After;
import org.junit.Before;

/** A framework to look at, and a web site to bind from. */
public abstract class FrameworkCases {

    /** The host that belongs to no document. */
    static final String NO_DOCUMENT = "(!(" + BindHost.DOCUMENT_BASE + "=*))";

    private final List<BindContext> contexts = new ArrayList<>();

    Platform platform;
    WebSite site;

    @Before
    public final void open() throws IOException {
        platform = new Platform(getClass());
        site = new WebSite();
    }

    @After
    public final void close() {
        contexts.forEach(BindContext::close);
        site.close();
        platform.close();
    }

    /** Finds a service of the framework. */
    protected final <T> T service(Class<T> type) {
        return platform.service(type);
    }

    BindHost plainHost() {
        return platform.service(BindHost.class, NO_DOCUMENT);
    }

    /** Binds synchronously. */
    <T> T bound(BindHost host, Moniker moniker, Class<T> type) throws BindException {
        var context = host.createBindContext(BindOptions.DEFAULT);
        contexts.add(context);
        var result = host.monikerBindToStorage(moniker, context, () -> BindInfo.SYNCHRONOUS, type);
        return ((BindResult.Bound<T>) result).value();
    }

    String sha256(BindHost host, Moniker moniker) throws BindException, IOException {
        return Bytes.sha256(bound(host, moniker, InputStream.class));
    }
}
