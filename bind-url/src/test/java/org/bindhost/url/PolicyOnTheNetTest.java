package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
import org.bindhost.bind.Requester;
import org.bindhost.core.BindCore;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.eclipse.jetty.server.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The policy where it meets the network: names that lead elsewhere than they seem to. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PolicyOnTheNetTest {

    private static final Requester DOCUMENT =
            new Requester("test", Optional.of("http://site.example/doc"));

    /** The one address that stands for a public one, as tests have no other network. */
    private static final String SERVER = "127.0.0.1";

    private static final BindPolicy POLICY =
            BindPolicy.DEFAULT.with(
                    "test",
                    Map.of(
                            "zones", List.of("document"),
                            "addresses", List.of("public", SERVER),
                            "redirect.addresses", List.of("public", SERVER)));

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private final Directory hosts = new Directory();
    private final UrlMonikerClass urls = hosts.driver();
    private final Set<Integer> clients = ConcurrentHashMap.newKeySet();
    private BindCore core;

    @BeforeEach
    void open() throws IOException {
        server.on(
                        "/a",
                        (request, response, done) -> {
                            clients.add(Request.getRemotePort(request));
                            response.write(true, UTF_8.encode("hello"), done);
                        })
                .start();
        core =
                BindCore.open(
                        "test", CoreSettings.defaults(directory).withPolicy(POLICY), List.of(urls));
    }

    @AfterEach
    void close() {
        core.close();
        urls.close();
        server.close();
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + URI.create(server.url("/")).getPort() + path;
    }

    private String read(BindOptions options, String url) throws Exception {
        try (BindContext context = core.binder().createBindContext(options)) {
            var name = core.monikers().parse(url);
            var result = core.binder().bindToStorage(name, context, InputStream.class);
            return new String(((Bound<InputStream>) result).value().readAllBytes(), UTF_8);
        }
    }

    private String ofDocument(String url) throws Exception {
        return read(BindOptions.DEFAULT.withRequester(DOCUMENT), url);
    }

    private static void assertDenied(String message, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        BindException.class,
                        e ->
                                assertThat(e.reason())
                                        .as(e.getMessage())
                                        .isEqualTo(Reason.DENIED_BY_POLICY))
                .hasMessageContaining(message);
    }

    /** It is looked up once, and what was looked at is what is connected to. */
    @Test
    void aHostIsLookedUpOnceForAConnection() throws Exception {
        hosts.on("rebind.example", SERVER).on("rebind.example", "127.0.0.2");

        assertThat(ofDocument(url("rebind.example", "/a"))).isEqualTo("hello");

        assertThat(hosts.asked()).containsExactly("rebind.example");
    }

    /** The first answer is good, and by the next connection the host leads inside. */
    @Test
    void anAnswerThatChangesIsLookedAtAnew() throws Exception {
        hosts.on("rebind.example", SERVER).on("rebind.example", "127.0.0.2");
        server.on(
                "/close",
                (request, response, done) -> {
                    response.getHeaders().put("Connection", "close");
                    response.write(true, UTF_8.encode("once"), done);
                });
        assertThat(ofDocument(url("rebind.example", "/close"))).isEqualTo("once");

        assertDenied(
                "rebind.example leads to 127.0.0.2, a loopback address, refused by policy \"test\"",
                () -> ofDocument(url("rebind.example", "/a")));

        assertThat(hosts.asked()).containsExactly("rebind.example", "rebind.example");
        assertThat(server.requests()).hasSize(1);
    }

    /** Only what is allowed is tried, though it comes last. */
    @Test
    void ofSeveralAddressesTheAllowedAreConnectedTo() throws Exception {
        hosts.on("many.example", "10.255.255.1", "127.0.0.2", "169.254.169.254", SERVER);

        assertThat(ofDocument(url("many.example", "/a"))).isEqualTo("hello");
    }

    @Test
    void aHostWithoutAnAllowedAddressIsNotConnectedTo() {
        hosts.on("many.example", "10.255.255.1", "169.254.169.254");

        assertDenied("many.example leads to ", () -> ofDocument(url("many.example", "/a")));
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aRedirectToANameThatLeadsInsideIsNotFollowed() {
        hosts.on("public.example", SERVER).on("inside.example", "127.0.0.2");
        server.redirect("/moved", 302, url("inside.example", "/a"));

        assertDenied(
                "inside.example leads to 127.0.0.2",
                () -> ofDocument(url("public.example", "/moved")));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRedirectToALiteralAddressIsNotFollowed() {
        hosts.on("public.example", SERVER);
        server.redirect("/moved", 302, url("[::ffff:7f00:2]", "/a"));

        assertDenied("is a loopback address", () -> ofDocument(url("public.example", "/moved")));

        assertThat(hosts.asked()).containsExactly("public.example");
    }

    /** The server is the program's own, and the redirect another's. */
    @Test
    void aRedirectToAnotherHostLeadsCodeToNoPrivateAddress() throws Exception {
        hosts.on("own.example", SERVER).on("other.example", SERVER);
        server.redirect("/same", 302, "/a").redirect("/other", 302, url("other.example", "/a"));

        assertThat(read(BindOptions.DEFAULT, url("own.example", "/same"))).isEqualTo("hello");
        assertDenied(
                "other.example leads to 127.0.0.1, a loopback address, refused by policy"
                        + " \"bundles\"",
                () -> read(BindOptions.DEFAULT, url("own.example", "/other")));
    }

    @Test
    void bindsOfTheSameRulesShareConnections() throws Exception {
        hosts.on("site.example", SERVER);
        for (int i = 0; i < 5; i++) {
            ofDocument(url("site.example", "/a"));
        }

        assertThat(clients).hasSize(1);
        assertThat(hosts.asked()).hasSize(1);
    }

    /** Or a connection that code has opened would be a door for documents. */
    @Test
    void aConnectionIsNotUsedUnderOtherRules() throws Exception {
        hosts.on("inside.example", SERVER, "127.0.0.2");
        var strict = BindPolicy.DEFAULT;
        try (var other =
                BindCore.open(
                        "test",
                        CoreSettings.defaults(directory.resolve("other")).withPolicy(strict),
                        List.of(urls))) {
            assertThat(read(BindOptions.DEFAULT, url("inside.example", "/a"))).isEqualTo("hello");
            assertThat(ofDocument(url("inside.example", "/a"))).isEqualTo("hello");
            var seen = new HashSet<>(clients);

            try (var context =
                    other.binder().createBindContext(BindOptions.DEFAULT.withRequester(DOCUMENT))) {
                var name = other.monikers().parse(url("inside.example", "/a"));
                assertDenied(
                        "inside.example leads to",
                        () -> other.binder().bindToStorage(name, context, InputStream.class));
            }
            assertThat(seen).hasSize(2).isEqualTo(clients);
        }
    }
}
