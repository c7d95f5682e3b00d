package org.bindhost.url;

import java.net.InetSocketAddress;
import java.net.URI;
import org.bindhost.bind.BindException;
import org.bindhost.spi.AddressPolicy;
import org.eclipse.jetty.client.BasicAuthentication;
import org.eclipse.jetty.client.Destination;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.HttpProxy;
import org.eclipse.jetty.client.Origin;
import org.eclipse.jetty.client.ProxyConfiguration;
import org.eclipse.jetty.client.Socks5;
import org.eclipse.jetty.client.Socks5Proxy;
import org.eclipse.jetty.http.HttpHeader;

/** Leads a client through a proxy, which looks the names of servers up itself. */
final class ProxyRoute {

    private static final AddressPolicy ADMINISTRATORS = (host, address) -> {};

    private ProxyRoute() {}

    static void lead(HttpClient client, ProxySettings settings) {
        settings.proxy()
                .ifPresent(
                        proxy ->
                                client.getProxyConfiguration()
                                        .addProxy(made(client, proxy, settings)));
    }

    private static ProxyConfiguration.Proxy made(
            HttpClient client, ProxySettings.Proxy proxy, ProxySettings settings) {
        var address = new Origin.Address(proxy.host(), proxy.port());
        if (proxy.scheme().equals("socks5")) {
            var socks = new Socks(address, settings.direct());
            settings.password()
                    .ifPresent(
                            it ->
                                    socks.putAuthenticationFactory(
                                            new Socks5.UsernamePasswordAuthenticationFactory(
                                                    it.user(), it.password())));
            return socks;
        }
        var http = new Http(address, settings.direct());
        URI uri = http.getURI();
        settings.password()
                .ifPresent(
                        it ->
                                client.getAuthenticationStore()
                                        .addAuthenticationResult(
                                                new BasicAuthentication.BasicResult(
                                                        uri,
                                                        HttpHeader.PROXY_AUTHORIZATION,
                                                        it.user(),
                                                        it.password())));
        return http;
    }

    /**
     * Who decides on the addresses of a destination. The proxy's own is the administrator's; what
     * is asked through it is decided on as far as it is an address, and not a name.
     */
    static AddressPolicy policy(Destination destination) {
        Origin origin = destination.getOrigin();
        if (!(origin.getTag() instanceof AddressPolicy policy)) {
            return ADMINISTRATORS; // the proxy itself: nobody else has no policy
        }
        return destination.getProxy() == null ? policy : (host, address) -> check(policy, origin);
    }

    private static void check(AddressPolicy policy, Origin origin) throws BindException {
        String host = origin.getAddress().getHost();
        var literal = DirectHosts.literal(host);
        if (literal.isPresent()) {
            int port = origin.getAddress().getPort();
            policy.check(host, new InetSocketAddress(literal.get(), port));
        }
    }

    private static final class Http extends HttpProxy {

        private final DirectHosts direct;

        Http(Origin.Address address, DirectHosts direct) {
            super(address, false);
            this.direct = direct;
        }

        @Override
        public boolean matches(Origin origin) {
            return super.matches(origin) && !direct.contains(origin.getAddress().getHost());
        }
    }

    private static final class Socks extends Socks5Proxy {

        private final DirectHosts direct;

        Socks(Origin.Address address, DirectHosts direct) {
            super(address, false);
            this.direct = direct;
        }

        @Override
        public boolean matches(Origin origin) {
            return super.matches(origin) && !direct.contains(origin.getAddress().getHost());
        }
    }
}
