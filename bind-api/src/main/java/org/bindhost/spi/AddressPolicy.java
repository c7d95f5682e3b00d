package org.bindhost.spi;

import java.net.InetSocketAddress;
import org.bindhost.bind.BindException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decides which addresses a bind may connect to. Two are equal if they decide alike, so that a
 * driver may use a connection again for binds whose policies are equal, and for no others.
 *
 * <p><b>Threads.</b> Any thread may call any method; none waits.
 */
@ProviderType
public interface AddressPolicy {

    /**
     * Checks an address, on every hop, before it is connected to.
     *
     * @param host the name that led to it
     * @param address the resolved address
     * @throws BindException if it may not be connected to, reason {@code DENIED_BY_POLICY}
     */
    void check(String host, InetSocketAddress address) throws BindException;
}
