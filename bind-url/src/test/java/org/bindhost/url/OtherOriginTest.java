package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
import org.bindhost.bind.RequestBody;
import org.bindhost.bind.Requester;
import org.bindhost.core.BindCore;
import org.bindhost.core.BindPolicy;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another origin hears of a request that was redirected to it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OtherOriginTest {

    /** A document that may send, and to loopback, or nothing would be heard of it at all. */
    private static final BindPolicy POLICY =
            BindPolicy.DEFAULT.with(
                    "test",
                    Map.of(
                            "zones", List.of("document"),
                            "addresses", List.of("loopback"),
                            "redirect.addresses", List.of("loopback"),
                            "writing", List.of("allow")));

    private static final Requester DOCUMENT =
            new Requester("test", Optional.of("http://site.example/doc"));

    @TempDir Path directory;

    private final TestServer first = new TestServer();
    private final TestServer second = new TestServer();
    private final UrlMonikerClass urls = new UrlMonikerClass();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private BindCore core;

    @BeforeEach
    void open() throws IOException {
        first.start();
        second.on("/a", this::hear).start();
        core =
                BindCore.open(
                        "test", CoreSettings.defaults(directory).withPolicy(POLICY), List.of(urls));
    }

    @AfterEach
    void close() {
        core.close();
        urls.close();
        first.close();
        second.close();
    }

    private void hear(Request request, Response response, Callback done) {
        try {
            heard.add(request.getMethod() + " " + request.getHttpURI().getPathQuery());
            request.getHeaders().forEach(field -> heard.add(field.getLowerCaseName()));
            heard.add("body " + Content.Source.asString(request));
            response.write(true, UTF_8.encode("done"), done);
        } catch (IOException e) {
            done.failed(e);
            throw new UncheckedIOException(e);
        }
    }

    private String bind(BindOptions options, String path, BindInfo info) throws Exception {
        try (var context = core.binder().createBindContext(options)) {
            context.registerCallback(new Recorder(info));
            var name = core.monikers().parse(first.url(path));
            var result = core.binder().bindToStorage(name, context, InputStream.class);
            return new String(((Bound<InputStream>) result).value().readAllBytes(), UTF_8);
        }
    }

    private static BindInfo post(String extra) {
        return new BindInfo(Set.of(), "POST", Optional.<RequestBody>of(new Sent(3)), extra);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303})
    void theBodyStaysWhereItWasSent(int status) throws Exception {
        first.redirect("/moved", status, second.url("/a"));

        assertThat(bind(BindOptions.DEFAULT, "/moved", post(""))).isEqualTo("done");

        assertThat(heard)
                .startsWith("GET /a")
                .endsWith("body ")
                .doesNotContain("content-type", "content-length", "transfer-encoding");
    }

    /** Of code, which knows what it sends; RFC 9110 has the same request sent again. */
    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void whereARedirectKeepsTheVerbCodeSendsTheBodyAgain(int status) throws Exception {
        first.redirect("/moved", status, second.url("/a"));

        assertThat(bind(BindOptions.DEFAULT, "/moved", post(""))).isEqualTo("done");

        assertThat(heard).startsWith("POST /a").endsWith("body \0\1\2");
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void theBodyOfADocumentsRequestGoesToNoOtherOrigin(int status) {
        first.redirect("/moved", status, second.url("/a"));
        var options = BindOptions.DEFAULT.withRequester(DOCUMENT);

        assertThatThrownBy(() -> bind(options, "/moved", post("")))
                .hasFieldOrPropertyWithValue("reason", Reason.DENIED_BY_POLICY)
                .hasMessageContaining("with the body that was for the first");

        assertThat(heard).isEmpty();
    }

    @Test
    void theBodyOfADocumentsRequestGoesOnWithinItsOrigin() throws Exception {
        first.redirect("/moved", 307, "/a").on("/a", this::hear);
        var options = BindOptions.DEFAULT.withRequester(DOCUMENT);

        assertThat(bind(options, "/moved", post(""))).isEqualTo("done");

        assertThat(heard).startsWith("POST /a").endsWith("body \0\1\2");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void whatWasAppendedIsNotAppendedThere(int status) throws Exception {
        first.redirect("/moved?key=secret", status, second.url("/a"));

        bind(BindOptions.DEFAULT, "/moved", post("?key=secret"));

        assertThat(heard).element(0).asString().endsWith(" /a");
        assertThat(heard).noneMatch(each -> each.contains("secret"));
    }

    /** Neither where it came from, nor what the first has set, nor any credentials. */
    @Test
    void nothingTellsWhereTheRequestCameFrom() throws Exception {
        first.on(
                "/moved",
                (request, response, done) -> {
                    response.setStatus(302);
                    response.getHeaders()
                            .put("Location", second.url("/a"))
                            .put("Set-Cookie", "id=secret; Domain=127.0.0.1; Path=/")
                            .put("WWW-Authenticate", "Basic realm=\"a\"");
                    response.write(true, UTF_8.encode(""), done);
                });

        bind(BindOptions.DEFAULT, "/moved", BindInfo.SYNCHRONOUS);
        bind(BindOptions.DEFAULT, "/moved", BindInfo.SYNCHRONOUS);

        assertThat(heard)
                .contains("host", "accept")
                .doesNotContain(
                        "referer", "origin", "cookie", "authorization", "proxy-authorization");
    }

    @Test
    void credentialsInTheTargetOfARedirectAreNotSent() {
        first.redirect("/moved", 302, second.url("/a").replace("//", "//me:secret@"));

        assertThatThrownBy(() -> bind(BindOptions.DEFAULT, "/moved", BindInfo.SYNCHRONOUS))
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED)
                .hasMessageNotContaining("secret");

        assertThat(heard).isEmpty();
    }
}
