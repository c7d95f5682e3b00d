package org.bindhost.url;

import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;

/**
 * Leaves negotiation to {@link AlpnConnector}: Jetty is told that there is nothing to negotiate.
 */
final class PlainOriginTransport extends HttpClientTransportDynamic {

    PlainOriginTransport(ClientConnector connector, ClientConnectionFactory.Info... protocols) {
        super(connector, protocols);
    }

    @Override
    public Origin newOrigin(Request request) {
        Origin origin = super.newOrigin(request);
        Origin.Protocol protocol = origin.getProtocol();
        if (protocol == null || !protocol.isNegotiate()) {
            return origin;
        }
        return new Origin(
                origin.getScheme(),
                origin.getAddress(),
                origin.getTag(),
                new Origin.Protocol(protocol.getProtocols(), false),
                origin.getTransport());
    }
}
