package org.bindhost.url;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * S-84: whom to trust and who we are is configured, and can change while something is under way.
 */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class TrustTest {

    @TempDir static Path directory;

    private final TestServer server = new TestServer().content("/a", Sent.bytes(100_000));
    private final List<UrlMonikerClass> made = new ArrayList<>();

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(keys());
        TestKeys.make(others());
        var store = new KeyFile(keys(), "secret").load();
        var text = Base64.getMimeEncoder().encodeToString(store.getCertificate("a").getEncoded());
        Files.writeString(
                pem(),
                "# ours\n-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n",
                US_ASCII);
    }

    private static Path keys() {
        return directory.resolve("keys.p12");
    }

    private static Path others() {
        return directory.resolve("others.p12");
    }

    private static Path pem() {
        return directory.resolve("authorities.pem");
    }

    @AfterEach
    void stop() {
        made.forEach(UrlMonikerClass::close);
        server.close();
    }

    private UrlMonikerClass urls(Map<String, ?> settings) {
        var urls = new UrlMonikerClass(settings, List.of());
        made.add(urls);
        return urls;
    }

    private static Map<String, Object> trusting() {
        return new HashMap<>(
                Map.of("trust.store", keys().toString(), ".trust.store.password", "secret"));
    }

    private static Reader begin(UrlMonikerClass urls, String url) throws BindException {
        var content = (Content.Found) Opened.content(urls, Opened.request(url));
        var reader = new Reader();
        content.body().start(reader);
        content.body().request(Long.MAX_VALUE);
        return reader;
    }

    private static int read(UrlMonikerClass urls, String url) throws BindException {
        var reader = begin(urls, url);
        reader.completed();
        return reader.text().length();
    }

    @Test
    void authoritiesAreTrustedAsWell() throws Exception {
        server.secure(keys(), "secret").start();

        assertThat(
                        read(
                                urls(Map.of("trust.authorities", pem().toString())),
                                server.secureUrl("/a")))
                .isEqualTo(100_000);
    }

    @Test
    void authoritiesAreAddedToAStore() throws Exception {
        server.secure(keys(), "secret").start();
        var settings = trusting();
        settings.put("trust.store", others().toString());
        settings.put("trust.authorities", pem().toString());

        assertThat(read(urls(settings), server.secureUrl("/a"))).isEqualTo(100_000);
    }

    @Test
    void aHostOfAnotherNameIsNotTrustedHoweverWellItsKeyIsKnown() {
        server.secure(keys(), "secret").start();
        String url = server.secureUrl("/a").replace("localhost", "127.0.0.1");

        Opened.assertFails(Reason.UNREACHABLE, "127.0.0.1", () -> read(urls(trusting()), url));
    }

    @Test
    void aServerThatWantsToSeeAKeyIsShownOurs() throws Exception {
        var tls = new SslContextFactory.Server();
        tls.setNeedClientAuth(true);
        tls.setTrustStore(new KeyFile(others(), "secret").load());
        server.secure(keys(), "secret", tls).start();
        var settings = trusting();
        assertThatThrownBy(() -> read(urls(settings), server.secureUrl("/a")))
                .isInstanceOf(BindException.class);
        settings.put("key.store", others().toString());
        settings.put(".key.store.password", "secret");

        assertThat(read(urls(settings), server.secureUrl("/a"))).isEqualTo(100_000);
    }

    @Test
    void whatIsOldIsNotSpoken() throws Exception {
        var tls = TlsSettings.USUAL.factory();
        LifeCycle.start(tls);

        var engine = tls.newSSLEngine("localhost", 1);

        assertThat(engine.getEnabledProtocols()).containsOnly("TLSv1.3", "TLSv1.2");
        assertThat(engine.getSSLParameters().getEndpointIdentificationAlgorithm())
                .isEqualTo("HTTPS");
        LifeCycle.stop(tls);
    }

    @Test
    void aStoreThatCannotBeReadIsAFailureWithoutItsPassword() {
        server.secure(keys(), "secret").start();
        var settings = trusting();
        settings.put(".trust.store.password", "wr0ng");

        assertThatThrownBy(() -> read(urls(settings), server.secureUrl("/a")))
                .isInstanceOf(BindException.class)
                .message()
                .doesNotContain("wr0ng");
    }

    @Test
    void aChangeIsForWhatIsAskedFromThenOn() throws Exception {
        server.secure(keys(), "secret").start();
        var urls = urls(trusting());
        var content = (Content.Found) Opened.content(urls, Opened.request(server.secureUrl("/a")));
        var before = new Reader();
        content.body().start(before);
        content.body().request(10);

        urls.change(MapConfiguration.of(UrlConfiguration.class, Map.of()));

        Opened.assertFails(Reason.UNREACHABLE, "PKIX", () -> read(urls, server.secureUrl("/a")));
        urls.change(MapConfiguration.of(UrlConfiguration.class, trusting()));
        assertThat(read(urls, server.secureUrl("/a"))).isEqualTo(100_000);
        content.body().request(Long.MAX_VALUE);
        before.completed();
        assertThat(before.text()).hasSize(100_000);
    }

    /** Or every change would leave threads behind. */
    @Test
    void whatNobodyUsesAnyMoreIsClosedByTheNextChange() throws Exception {
        server.start();
        var urls = urls(Map.of());
        for (int i = 0; i < 5; i++) {
            assertThat(read(urls, server.url("/a"))).isEqualTo(100_000);
            urls.change(MapConfiguration.of(UrlConfiguration.class, Map.of("threads", 3)));
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .filteredOn(name -> name.startsWith("bindhost-url-time"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whatCannotBeConfiguredIsRefused() {
        assertThatThrownBy(() -> urls(Map.of("conect.millis", 1)))
                .hasMessageContaining("conect.millis");
        assertThatThrownBy(() -> urls(Map.of("connect.millis", "soon")))
                .hasMessage("connect.millis is of type int");
        assertThatThrownBy(() -> urls(Map.of("connect.millis", 1L << 40)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connect.millis is of type int");
        assertThatThrownBy(() -> urls(Map.of("connect.millis", 1.9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("connect.millis is of type int");
        assertThatThrownBy(() -> urls(Map.of("max.body.bytes", 1e3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("max.body.bytes is of type long");
        assertThatThrownBy(() -> urls(Map.of("connect.millis", 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> urls(Map.of("max.body.bytes", -1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
