package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.url.Named.part;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.Content;
import org.bindhost.testkit.PlainRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a name on the wire: its key and nothing else. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OnTheWireTest {

    private final UrlMonikerClass urls = new UrlMonikerClass();
    private final TestServer server = new TestServer();

    @AfterEach
    void close() {
        urls.close();
        server.close();
    }

    private Content open(String url) throws Exception {
        return Opened.content(urls, Opened.request(url));
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "//a//b;x=1/%2F?a=b!!c|d, //a//b;x=1/%2F?a=b!c%7Cd",
        "/a:b@c/$&'()*+=, /a:b@c/$&'()*+=",
        "/%00%ff%20%25, /%00%FF%20%25",
        "/a?b?c/../d//, /a?b?c/../d//",
        "/?, /?",
        "/?%ff=%FE&&=&=x&x, /?%FF=%FE&&=&=x&x",
        "?, /?",
        "/%41/..//b, //b",
        "/\u00e4?\u20ac=%c3%a4#frag, /%C3%A4?%E2%82%AC=%C3%A4",
        "/!!?!!, /!?!"
    })
    void thePathIsSentAsItIs(String written, String sent) throws Exception {
        try (var raw = new RawServer("HTTP/1.1 204 No Content\r\n\r\n")) {
            String origin = raw.url().substring(0, raw.url().length() - 1);

            open(origin + written);

            assertThat(raw.heads().element()).startsWith("GET " + sent + " HTTP/1.1\r\n");
        }
    }

    @Test
    void theHostIsSentAsItIs() throws Exception {
        try (var raw = new RawServer("HTTP/1.1 204 No Content\r\n\r\n")) {
            String authority = raw.url().substring("http://".length(), raw.url().length() - 1);
            String port = authority.substring(authority.indexOf(':'));

            open("http://[::FFFF:7f00:1]" + port);
            open("HTTP://LocalHost" + port);

            assertThat(raw.heads())
                    .satisfiesExactly(
                            head ->
                                    assertThat(head)
                                            .contains(
                                                    "\r\nHost: [::ffff:127.0.0.1]" + port + "\r\n"),
                            head ->
                                    assertThat(head)
                                            .contains("\r\nHost: localhost" + port + "\r\n"));
        }
    }

    /** The JDK's URIs know none of them, and so they are what shows that nothing stands between. */
    @ParameterizedTest
    @ValueSource(strings = {"a_b.invalid", "$&'()*+,;=~.invalid", "-a-.invalid", "a.invalid."})
    void anyHostIsLookedUpAsItIs(String host) {
        List<String> heard = new CopyOnWriteArrayList<>();
        PlainRequest request =
                Opened.request("http://" + host + "/a")
                        .reportingTo((status, text) -> heard.add(status + " " + text));

        Opened.assertFails(Reason.UNREACHABLE, host, () -> Opened.content(urls, request));

        assertThat(heard).containsExactly("FINDING_RESOURCE " + host);
    }

    @Test
    void aRedirectHasNoItems() throws Exception {
        server.redirect("/a", 302, "/b!c?d!#!e!f").content("/b!c?d!", new byte[1]).start();

        var redirect = (Content.Redirect) open(server.url("/a"));
        var target = part(redirect.target(), part(server.url("/a")));

        assertThat(redirect.target()).isEqualTo("/b!!c?d!!#!e!!f");
        assertThat(target.key()).isEqualTo(server.url("/b!c?d!"));
        assertThat(open(target.text())).isInstanceOf(Content.Found.class);
    }

    @Test
    void overHttp2ItIsTheSame(@TempDir Path directory) throws Exception {
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        server.secure(keys, "secret").content("/a!b;x?c=%7C'd", new byte[1]).start();
        var trust = new KeyFile(keys, "secret");

        try (var trusting = new UrlMonikerClass(HttpSettings.defaults().trusting(trust))) {
            Opened.content(trusting, Opened.request(server.secureUrl("/a!!b;x?c=|'d")));
        }

        assertThat(server.requests().element()).startsWith("GET /a!b;x?c=%7C'd HTTP/2.0");
    }

    /** Servers write them as bytes of UTF-8, and mean those. */
    @Test
    void aRedirectMayHaveCharactersBeyondAscii() throws Exception {
        String bytes = new String("/\u00e4".getBytes(UTF_8), ISO_8859_1);
        try (var raw = new RawServer("HTTP/1.1 302 Found\r\nLocation: " + bytes + "\r\n\r\n")) {
            var redirect = (Content.Redirect) open(raw.url());

            assertThat(part(redirect.target(), part(raw.url())).key())
                    .isEqualTo(raw.url() + "%C3%A4");
        }
    }

    @Test
    void whatIsAppendedForARequestIsReadLikeTheName() throws Exception {
        server.content("/a?b=%C3%A4", new byte[1]).start();

        assertThat(Opened.content(urls, appending("?b=\u00e4"))).isInstanceOf(Content.Found.class);
        Opened.assertFails(
                Reason.SYNTAX,
                "has a space in its query",
                () -> Opened.content(urls, appending("?b= ")));
    }

    private PlainRequest appending(String extraInfo) {
        var request = Opened.request(server.url("/a"));
        var info = request.info();
        return request.with(new BindInfo(info.flags(), info.verb(), info.body(), extraInfo));
    }

    /** Nothing is asked of anybody, and nothing is said of the password. */
    @Test
    void credentialsWithinAUrlAreNeitherSentNorShown() {
        assertThatThrownBy(() -> open("http://user:secret@host.invalid/"))
                .hasFieldOrPropertyWithValue("reason", Reason.UNSUPPORTED)
                .hasMessageContaining("so host.invalid is not asked")
                .hasMessageNotContaining("secret");
    }
}
