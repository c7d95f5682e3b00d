package org.bindhost.url;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import org.eclipse.jetty.client.ContentDecoder;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientConnectionFactory;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.ClientConnectionFactoryOverHTTP2;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** Sets Jetty's client up: everything off that the engine does, and everything bounded. */
final class JettyClient {

    /** What may be read ahead of demand on one stream, by the kernel and by HTTP/2. */
    private static final int WINDOW_BYTES = 256 * 1024;

    /** What is on one connection; more go over another. */
    private static final int STREAMS = 64;

    /**
     * Twice what streams that nobody reads can hold back together: Jetty gives the window back when
     * half of it was read, and with less would not come to that.
     */
    private static final int CONNECTION_WINDOW_BYTES = 2 * STREAMS * WINDOW_BYTES;

    private static final int FRAME_BYTES = 16 * 1024;
    private static final int LARGEST_POOLED_BYTES = 64 * 1024;
    private static final int POOL_STEP_BYTES = 2048;
    private static final long POOL_BYTES = 4L << 20;
    private static final long DESTINATION_IDLE_MILLIS = 60_000;
    private static final int MOST_WAITING = 16 * 1024;

    private JettyClient() {}

    /** Makes and starts a client. To be called on a thread of the driver's own. */
    static HttpClient start(HttpSettings settings, DriverThreads threads, Newcomers newcomers)
            throws IOException, GeneralSecurityException, ClassNotFoundException {
        var resolver =
                new VettingResolver(
                        threads, settings.lookup(), newcomers, InetAddress::getAllByName);
        return start(settings, threads, resolver);
    }

    /** The same, with hosts looked up in another way. */
    static HttpClient start(
            HttpSettings settings, DriverThreads threads, SocketAddressResolver resolver)
            throws IOException, GeneralSecurityException, ClassNotFoundException {
        // It finds its encoders by the context of whichever thread comes first: let it be this one.
        Class.forName(
                "org.eclipse.jetty.http.PreEncodedHttpField",
                true,
                JettyClient.class.getClassLoader());
        var scheduler = new ScheduledExecutorScheduler(threads.timer());
        var buffers =
                new ArrayByteBufferPool(
                        0,
                        POOL_STEP_BYTES,
                        LARGEST_POOLED_BYTES,
                        Integer.MAX_VALUE,
                        POOL_BYTES,
                        POOL_BYTES);
        var connector = new AlpnConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads.pool());
        connector.setScheduler(scheduler);
        connector.setByteBufferPool(buffers);
        connector.setSslContextFactory(settings.tls().factory());
        connector.setReceiveBufferSize(WINDOW_BYTES);
        var transport =
                new PlainOriginTransport(
                        connector,
                        new ClientConnectionFactoryOverHTTP2.HTTP2(
                                http2(connector, settings), List.of("h2")),
                        HttpClientConnectionFactory.HTTP11);
        transport.setConnectionPoolFactory(
                destination ->
                        new BoundedPool(destination, settings.connectionsPerOrigin(), STREAMS));
        var client = new HttpClient(transport);
        client.setExecutor(threads.pool());
        client.setScheduler(scheduler);
        client.setByteBufferPool(buffers);
        client.setSocketAddressResolver(resolver);
        ProxyRoute.lead(client, settings.proxy());
        bound(client, settings);
        return startWithoutExtras(client);
    }

    private static void bound(HttpClient client, HttpSettings settings) {
        client.setName("bindhost-url");
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setDefaultRequestContentType(null); // a body of no said type has none
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Bindhost"));
        client.setConnectTimeout(settings.connect().toMillis());
        client.setIdleTimeout(settings.idle().toMillis());
        client.setAddressResolutionTimeout(settings.lookup().toMillis());
        client.setDestinationIdleTimeout(DESTINATION_IDLE_MILLIS);
        client.setMaxResponseHeadersSize(settings.headerBytes());
        client.setMaxConnectionsPerDestination(settings.connectionsPerOrigin());
        client.setMaxRequestsQueuedPerDestination(MOST_WAITING);
        client.setStrictEventOrdering(false);
    }

    /** A decoder is there while it starts, or Jetty would look for codings; and none afterwards. */
    private static HttpClient startWithoutExtras(HttpClient client) {
        client.getContentDecoderFactories().put(new NoDecoder());
        LifeCycle.start(client);
        client.getContentDecoderFactories().clear();
        var handlers = client.getProtocolHandlers();
        List.of("redirect", "www-authenticate", "proxy-authenticate", "upgrade")
                .forEach(handlers::remove);
        List.of(Informational.JETTYS).forEach(handlers::remove);
        handlers.put(new Informational());
        return client;
    }

    private static HTTP2Client http2(AlpnConnector connector, HttpSettings settings) {
        var http2 = new HTTP2Client(connector);
        http2.setInitialStreamRecvWindow(WINDOW_BYTES);
        http2.setInitialSessionRecvWindow(CONNECTION_WINDOW_BYTES);
        http2.setFlowControlStrategyFactory(ToldFlowControl::new);
        http2.setMaxConcurrentPushedStreams(0);
        http2.setMaxFrameSize(FRAME_BYTES);
        http2.setMaxResponseHeadersSize(settings.headerBytes());
        return http2;
    }

    private static final class NoDecoder extends ContentDecoder.Factory {

        NoDecoder() {
            super("identity");
        }

        @Override
        public Content.Source newDecoderContentSource(Content.Source source) {
            return source;
        }
    }
}
