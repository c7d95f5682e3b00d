package org.bindhost.url;

import java.net.SocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.io.ClientConnectionFactory;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.NegotiatingClientConnection;
import org.eclipse.jetty.io.NegotiatingClientConnectionFactory;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Connects, and negotiates the protocol by what the JDK offers itself. Jetty's own negotiation
 * looks for its implementation by the thread's context class loader, which in a framework is
 * anybody's.
 */
final class AlpnConnector extends ClientConnector {

    AlpnConnector() {
        addEventListener(new WakeAfterFailure(this));
    }

    @Override
    protected EndPoint newEndPoint(
            SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        return new ResetEndPoint((SocketChannel) channel, selector, key, getScheduler());
    }

    @Override
    public ClientConnectionFactory newSslClientConnectionFactory(
            SslContextFactory.Client tls, ClientConnectionFactory factory) {
        return super.newSslClientConnectionFactory(tls, new Negotiation(getExecutor(), factory));
    }

    /**
     * A channel that is closed while it is registered really closes at the next turn of its
     * selector, which Jetty does not bring about.
     *
     * <p>Not a record: the JDK keeps the types of the record that was compared last, and with them
     * the class loader of a bundle that is gone.
     */
    private static final class WakeAfterFailure implements ClientConnector.ConnectListener {

        private final ClientConnector connector;

        WakeAfterFailure(ClientConnector connector) {
            this.connector = connector;
        }

        @Override
        public void onConnectFailure(
                SocketChannel channel, SocketAddress address, Throwable failure) {
            connector
                    .getSelectorManager()
                    .getContainedBeans(ManagedSelector.class)
                    .forEach(selector -> selector.submit(woken -> {}));
        }
    }

    /** Stands between TLS and HTTP. */
    private static final class Negotiation extends NegotiatingClientConnectionFactory {

        private final Executor executor;

        Negotiation(Executor executor, ClientConnectionFactory wrapped) {
            super(wrapped);
            this.executor = executor;
        }

        @Override
        public Connection newConnection(EndPoint endPoint, Map<String, Object> context) {
            var engine = (SSLEngine) context.get(SSLEngine.class.getName());
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setApplicationProtocols(protocols(context).toArray(String[]::new));
            engine.setSSLParameters(parameters);
            var connection = new Negotiated(endPoint, executor, engine, getWrapped(), context);
            ((SslConnection.SslEndPoint) endPoint)
                    .getSslConnection()
                    .addHandshakeListener(connection);
            return customize(connection, context);
        }

        /** In a tunnel Jetty's own list is that of what the proxy speaks. */
        private static List<String> protocols(Map<String, Object> context) {
            var destination = (Destination) context.get(Destination.CONTEXT_KEY);
            return destination.getOrigin().getProtocol().getProtocols();
        }
    }

    /** Waits for the handshake to tell which protocol it is. */
    private static final class Negotiated extends NegotiatingClientConnection
            implements SslHandshakeListener {

        Negotiated(
                EndPoint endPoint,
                Executor executor,
                SSLEngine engine,
                ClientConnectionFactory factory,
                Map<String, Object> context) {
            super(endPoint, executor, engine, factory, context);
        }

        @Override
        public void handshakeSucceeded(Event event) {
            String chosen = getSSLEngine().getApplicationProtocol();
            boolean silent = chosen == null || chosen.isEmpty();
            String protocol = silent ? "http/1.1" : chosen; // a server that cannot negotiate
            getContext().put(APPLICATION_PROTOCOL_CONTEXT_KEY, protocol);
            completed(protocol);
        }
    }
}
