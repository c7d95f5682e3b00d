package org.bindhost.itests.client;

import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.moniker.MonikerSyntaxException;

/** Binds for itself, as the bundle it is in. */
public interface Client {

    /** Service property: by which service it binds, {@code "host"} or {@code "binder"}. */
    String WAY = "client.way";

    /**
     * Starts to bind a name.
     *
     * @param name the name
     * @param info how
     * @return what is heard of it
     * @throws MonikerSyntaxException if it is not a name
     * @throws BindException if it cannot be bound
     */
    Heard bind(String name, BindInfo info) throws MonikerSyntaxException, BindException;
}
