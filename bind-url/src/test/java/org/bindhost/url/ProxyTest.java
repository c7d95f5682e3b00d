package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.AddressPolicy;
import org.bindhost.spi.Content;
import org.bindhost.spi.OpenRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-83: servers are asked through the proxy that is configured, and through no other. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class ProxyTest {

    @TempDir static Path directory;

    private final TestServer server = new TestServer().content("/a", Sent.bytes(5000));
    private final ProxyServer proxy = new ProxyServer("");
    private final List<UrlMonikerClass> made = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(keys());
    }

    private static Path keys() {
        return directory.resolve("keys.p12");
    }

    @BeforeEach
    void start() {
        server.secure(keys(), "secret").start();
    }

    @AfterEach
    void stop() {
        made.forEach(UrlMonikerClass::close);
        server.close();
        proxy.close();
    }

    private UrlMonikerClass urls(Map<String, ?> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("trust.store", keys().toString());
        settings.put(".trust.store.password", "secret");
        var urls = new UrlMonikerClass(settings, List.of());
        made.add(urls);
        return urls;
    }

    private static int read(UrlMonikerClass urls, OpenRequest request) throws BindException {
        var content = (Content.Found) Opened.content(urls, request);
        var reader = new Reader();
        content.body().start(reader);
        content.body().request(Long.MAX_VALUE);
        reader.completed();
        return reader.text().length();
    }

    private static int read(UrlMonikerClass urls, String url) throws BindException {
        return read(urls, Opened.request(url));
    }

    private String tunnel() {
        return server.secureUrl("").substring("https://".length());
    }

    @Test
    void httpsGoesThroughATunnel() throws Exception {
        var urls = urls(Map.of("proxy", "http://" + proxy.address()));

        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo(5000);

        assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT " + tunnel());
        assertThat(server.requests()).singleElement().asString().contains("HTTP/2.0");
    }

    @Test
    void theProxyIsToldWhoWeAreAndTheServerIsNot() throws Exception {
        var urls =
                urls(
                        Map.of(
                                "proxy", "http://" + proxy.address(),
                                "proxy.user", "me",
                                ".proxy.password", "s:cret"));
        var seen = new ArrayList<String>();
        server.on(
                "/b",
                (request, response, done) -> {
                    seen.add(String.valueOf(request.getHeaders()));
                    done.succeeded();
                });

        read(urls, server.secureUrl("/b"));

        assertThat(proxy.heads().element()).contains("Proxy-Authorization: " + Guarded.BASIC);
        assertThat(seen.toString()).doesNotContainIgnoringCase("authorization");
    }

    /** The server itself plays the proxy: http is asked of it in full. */
    @Test
    void httpIsAskedOfTheProxyInFull() throws Exception {
        var asked = new ArrayList<String>();
        server.on(
                "/b?c",
                (request, response, done) -> {
                    asked.add(request.getHttpURI().toString());
                    response.write(true, ByteBuffer.wrap(Sent.bytes(70)), done);
                });
        var urls = urls(Map.of("proxy", server.url("")));

        assertThat(read(urls, "http://host.invalid/b?c")).isEqualTo(70);

        assertThat(asked).containsExactly("http://host.invalid/b?c");
    }

    @Test
    void socksLeadsToNamesItLooksUpItself() throws Exception {
        var urls = urls(Map.of("proxy", "socks5://" + proxy.address()));

        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo(5000);

        assertThat(proxy.heads()).containsExactly(tunnel());
    }

    @Test
    void socksIsToldWhoWeAre() throws Exception {
        var urls =
                urls(
                        Map.of(
                                "proxy", "socks5://" + proxy.address(),
                                "proxy.user", "me",
                                ".proxy.password", "s:cret"));

        assertThat(read(urls, server.url("/a"))).isEqualTo(5000);

        assertThat(proxy.heads().element()).startsWith("me/s:cret@127.0.0.1:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "127.0.0.1", "127.0.0.0/8", "::1/128,127.0.0.1/32"})
    void whatIsNotForTheProxyIsAskedDirectly(String direct) throws Exception {
        var urls =
                urls(Map.of("proxy", "http://" + proxy.address(), "no.proxy", direct.split(",")));

        assertThat(read(urls, server.url("/a"))).isEqualTo(5000);

        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 407 Who, ACCESS_DENIED, 407",
        "HTTP/1.1 403 No, ACCESS_DENIED, 403",
        "HTTP/1.1 502 Bad, UNREACHABLE, 502"
    })
    void aProxyThatDoesNotLeadThereIsAFailure(String line, Reason reason, String text) {
        try (var refusing = new ProxyServer(line)) {
            var urls = urls(Map.of("proxy", "http://" + refusing.address()));

            Opened.assertFails(reason, text, () -> read(urls, server.secureUrl("/a")));
        }
    }

    /** Rules for addresses are about whom a document names, not about the administrator's proxy. */
    @Test
    void thePolicyIsNotAskedAboutTheProxy() throws Exception {
        var urls = urls(Map.of("proxy", "http://" + proxy.address()));
        var request = Opened.request(server.secureUrl("/a")).checkedBy(denyingLoopback());

        assertThat(read(urls, request)).isEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:1/a", "http://127.0.0.1:1/a", "http://[::1]:1/a"})
    void thePolicyIsAskedAboutAddressesBehindTheProxy(String url) {
        for (String scheme : List.of("http://", "socks5://")) {
            var urls = urls(Map.of("proxy", scheme + proxy.address()));
            var request = Opened.request(url).checkedBy(denyingLoopback());

            Opened.assertFails(Reason.DENIED_BY_POLICY, "no way", () -> read(urls, request));
        }
        assertThat(proxy.heads()).isEmpty();
    }

    private static AddressPolicy denyingLoopback() {
        return (host, address) -> deny(address);
    }

    private static void deny(InetSocketAddress address) throws BindException {
        if (address.getAddress().isLoopbackAddress()) {
            throw new BindException(Reason.DENIED_BY_POLICY, "no way");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host:80",
                "http://host",
                "https://host:1",
                "http://me:s:cret@host:80",
                "ftp://a:1",
                "http://host:80/?s:cret",
                "s:cret"
            })
    void whatIsNoProxyIsRefusedWithoutShowingIt(String text) {
        assertThatThrownBy(() -> urls(Map.of("proxy", text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("cret");
    }

    @ParameterizedTest
    @CsvSource({
        "host, host, true",
        "host, a.host, false",
        ".host, a.host, true",
        ".host, host, false",
        "HOST, host, true",
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.1.2.3, false",
        "10.0.0.0/9, 10.128.0.0, false",
        "fd00::/8, [fd12::1], true",
        "fd00::/8, 10.0.0.1, false",
        "0.0.0.0/0, 1.2.3.4, true",
        "0.0.0.0/0, host, false",
        "10.0.0.0/8, 10.example.org, false",
        "host., host, true",
        "host, host., true",
        "host., host., true",
        ".host., a.host, true",
        ".host, a.host., true",
        "10.0.0.0/8, 10.1.2.3., true",
        "host.., host, false",
        "., host, false"
    })
    void directHostsAreNamesDomainsAndNetworks(String entry, String host, boolean direct) {
        assertThat(DirectHosts.of(List.of(entry)).contains(host)).isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "host/8", "10.0.0.0/", "10.0.0.0/a", "/8"})
    void whatIsNoNetworkIsRefused(String entry) {
        assertThatThrownBy(() -> DirectHosts.of(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
