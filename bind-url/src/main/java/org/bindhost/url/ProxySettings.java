package org.bindhost.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.Credentials;

/**
 * The way to servers that are not asked directly.
 *
 * @param proxy where it leads through, or empty for nowhere
 * @param direct what is asked directly all the same
 * @param password who we are to the proxy
 */
record ProxySettings(
        Optional<Proxy> proxy, DirectHosts direct, Optional<Credentials.Password> password) {

    static final ProxySettings NONE =
            new ProxySettings(Optional.empty(), DirectHosts.of(List.of()), Optional.empty());

    private static final List<String> SCHEMES = List.of("http", "socks5");

    private static final String WANTED =
            "a proxy is http://host:port or socks5://host:port, and no user stands in it";

    /**
     * A proxy.
     *
     * @param scheme {@code http} or {@code socks5}
     * @param host its host
     * @param port its port
     */
    record Proxy(String scheme, String host, int port) {}

    static ProxySettings of(String proxy, List<String> direct, String user, String password) {
        if (proxy.isEmpty()) {
            return NONE;
        }
        return new ProxySettings(
                Optional.of(read(proxy)),
                DirectHosts.of(direct),
                user.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Credentials.Password(user, password)));
    }

    /** What is wrong is not shown: somebody may have written a password into it. */
    private static Proxy read(String text) {
        try {
            var uri = new URI(text);
            boolean isPlain = uri.getRawUserInfo() == null && uri.getRawQuery() == null;
            boolean isWhole = uri.getHost() != null && uri.getPort() > 0;
            if (isPlain && isWhole && SCHEMES.contains(uri.getScheme())) {
                return new Proxy(uri.getScheme(), uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException e) {
            // as below, without a cause that shows the text
        }
        throw new IllegalArgumentException(WANTED);
    }
}
