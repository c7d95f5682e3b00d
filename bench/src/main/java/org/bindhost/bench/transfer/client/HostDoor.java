package org.bindhost.bench.transfer.client;

import java.lang.reflect.Proxy;
import org.bindhost.bench.Engine;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.container.BindHost;
import org.bindhost.host.PlainBindHost;
import org.bindhost.moniker.Moniker;
import org.osgi.framework.Bundle;
import org.osgi.service.component.ComponentContext;

/** The bind host that a bundle without a document is given; the framework is played here. */
final class HostDoor implements Door {

    private final BindHost host;

    HostDoor(Engine engine) {
        var bundle = answering(Bundle.class, "getSymbolicName", "bench");
        var user = answering(ComponentContext.class, "getUsingBundle", bundle);
        host = new PlainBindHost(engine.monikers(), engine.binder(), user);
    }

    private static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals(question)) {
                                return answer;
                            }
                            throw new UnsupportedOperationException(method.getName());
                        }));
    }

    @Override
    public BindContext context(BindOptions options, BindStatusCallback callback) {
        return host.createBindContext(options);
    }

    @Override
    public <T> BindResult<T> bind(
            Moniker name, BindContext context, BindStatusCallback callback, Class<T> type)
            throws BindException {
        return host.monikerBindToStorage(name, context, callback, type);
    }
}
