package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindStatus;
import org.bindhost.spi.Content;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** D-15: verbs and the bodies that go with them, over HTTP/1.1 and HTTP/2. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RequestBodyTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @TempDir static Path directory;

    private final TestServer server = new TestServer();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private UrlMonikerClass urls = new UrlMonikerClass();

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(directory.resolve("keys.p12"));
    }

    @BeforeEach
    void open() {
        Path keys = directory.resolve("keys.p12");
        server.secure(keys, "secret").on("/a", this::take).start();
        var trust = new KeyFile(keys, "secret");
        urls = new UrlMonikerClass(HttpSettings.defaults().trusting(trust));
    }

    @AfterEach
    void close() {
        urls.close();
        server.close();
    }

    /** Writes down what came, and answers with it. */
    private void take(Request request, Response response, Callback done) {
        var fields = request.getHeaders();
        try {
            var digest = new Digest();
            try (var in = org.eclipse.jetty.io.Content.Source.asInputStream(request)) {
                in.transferTo(digest);
            }
            taken.add(
                    request.getMethod()
                            + " "
                            + request.getConnectionMetaData().getHttpVersion()
                            + " "
                            + fields.get(HttpHeader.CONTENT_TYPE)
                            + " "
                            + fields.get(HttpHeader.CONTENT_LENGTH)
                            + " "
                            + digest.text());
            response.write(true, ByteBuffer.wrap("ok".getBytes(UTF_8)), done);
        } catch (IOException e) {
            done.failed(e);
            throw new UncheckedIOException(e);
        }
    }

    private String url(boolean http2) {
        return http2 ? server.secureUrl("/a") : server.url("/a");
    }

    private static String text(Content content) {
        var reader = new Reader();
        var found = (Content.Found) content;
        found.body().start(reader);
        found.body().request(100);
        reader.completed();
        return reader.text();
    }

    private String send(String url, BindInfo info) throws Exception {
        return text(Opened.content(urls, Opened.request(url).with(info)));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, false",
        "POST, true",
        "PUT, false",
        "PUT, true",
        "REPORT, false",
        "REPORT, true"
    })
    void aBodyGoesWithItsTypeAndItsLength(String verb, boolean http2) throws Exception {
        var body = new Sent(50_000).announcing(50_000);

        assertThat(send(url(http2), body.by(verb))).isEqualTo("ok");

        assertThat(taken)
                .containsExactly(
                        verb
                                + (http2 ? " HTTP/2.0" : " HTTP/1.1")
                                + " text/plain 50000 "
                                + Digest.of(50_000));
        body.awaitClosed();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "0, true",
        "1, false",
        "40000, true",
        "3000000, false",
        "3000000, true"
    })
    void aBodyOfUnknownLengthIsSentToItsEnd(int length, boolean http2) throws Exception {
        assertThat(send(url(http2), new Sent(length).of(null).by("POST"))).isEqualTo("ok");

        assertThat(taken.element()).contains(" null null ").endsWith(Digest.of(length));
    }

    @Test
    void aVerbNeedsNoBody() throws Exception {
        try (var raw = new RawServer(OK)) {
            var info = new BindInfo(BindInfo.PUSH.flags(), "POST", Optional.empty(), "?b");

            assertThat(send(raw.url() + "a", info)).isEqualTo("ok");

            assertThat(raw.heads().element())
                    .startsWith("POST /a?b HTTP/1.1\r\n")
                    .contains("\r\nContent-Length: 0\r\n");
        }
    }

    /** A tunnel is no transfer, and the others would be more than a verb. */
    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "GET / HTTP/1.1\r\nX: y", "A B", "\u00c4", "A\n"})
    void whatIsNoVerbIsNotSent(String verb) {
        Opened.assertFails(
                Reason.UNSUPPORTED,
                "is no verb",
                () -> send(server.url("/a"), new Sent(1).by(verb)));

        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9, fewer, false", "9, fewer, true", "11, more, false", "11, more, true"})
    void aBodyThatIsNotAsLongAsItSaysIsAFailureOfTheClient(long length, String word, boolean http2)
            throws Exception {
        var body = new Sent(length).announcing(10);

        Opened.assertFails(
                Reason.CALLBACK_FAILED,
                "has " + word + " bytes than it announced",
                () -> send(url(http2), body.by("POST")));

        body.awaitClosed();
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILS, torn, false",
        "FAILS, torn, true",
        "IS_EMPTY, a channel that does not wait, false"
    })
    void aBodyThatCannotBeReadIsAFailureOfTheClient(Sent.End end, String message, boolean http2)
            throws Exception {
        var body = new Sent(40_000).then(end);

        Opened.assertFails(
                Reason.CALLBACK_FAILED, message, () -> send(url(http2), body.by("POST")));

        body.awaitClosed();
        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain\r\nX: y", "text/\u00e4"})
    void aTypeThatIsNoneIsNotSent(String type) {
        Opened.assertFails(
                Reason.CALLBACK_FAILED,
                "a media type with characters",
                () -> send(server.url("/a"), new Sent(1).of(type).by("POST")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRequestThatIsCancelledLetsGoOfItsBody(boolean http2) throws Exception {
        var body = new Sent(100).then(Sent.End.WAITS);
        var request = Opened.request(url(http2)).with(body.by("POST"));
        var answer = urls.open(request);
        body.waits.await();

        request.cancel();

        Opened.assertFails(Reason.ABORTED, "cancelled", () -> Opened.await(answer));
        body.awaitClosed();
        assertThat(taken).isEmpty();
    }

    @Test
    void aDriverThatStopsLetsGoOfTheBody() throws Exception {
        var body = new Sent(100).then(Sent.End.WAITS);
        var answer = urls.open(Opened.request(server.url("/a")).with(body.by("POST")));
        body.waits.await();

        urls.close();

        Opened.assertFails(Reason.DRIVER_GONE, "stopping", () -> Opened.await(answer));
        body.awaitClosed();
    }

    static List<Sent> endlessAndSilent() {
        return List.of(new Sent(Long.MAX_VALUE), new Sent(10).then(Sent.End.WAITS));
    }

    /** Who has answered takes no more, though there would be no end of it. */
    @ParameterizedTest
    @MethodSource("endlessAndSilent")
    void anAnswerBeforeTheEndOfTheBodyIsTheAnswer(Sent body) throws Exception {
        try (var raw = new RawServer(OK, RawServer.After.HOLD)) {
            assertThat(send(raw.url(), body.by("POST"))).isEqualTo("ok");

            body.awaitClosed();
        }
    }

    @ParameterizedTest
    @MethodSource("endlessAndSilent")
    void aRefusalBeforeTheEndOfTheBodyIsHeard(Sent body) throws Exception {
        var refusal = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno";
        try (var raw = new RawServer(refusal, RawServer.After.HOLD)) {
            Opened.assertFails(Reason.SERVER_FAILED, "413", () -> send(raw.url(), body.by("POST")));

            body.awaitClosed();
        }
    }

    /** RFC 9110, 15.4: by habit a {@code POST} becomes a {@code GET}, and nothing else does. */
    @ParameterizedTest
    @CsvSource({
        "301, POST, false", "302, POST, false", "303, POST, false", "307, POST, true",
        "308, POST, true", "301, PUT, true", "302, PUT, true", "303, PUT, false",
        "307, PUT, true", "303, GET, false", "302, GET, true", "302, REPORT, true",
        "303, REPORT, false"
    })
    void aRedirectKeepsTheVerbOrDoesNot(int status, String verb, boolean keeps) throws Exception {
        server.redirect("/moved", status, "/a");

        var answer =
                Opened.content(
                        urls, Opened.request(server.url("/moved")).with(new Sent(10).by(verb)));

        assertThat(answer).isEqualTo(new Content.Redirect("/a", keeps));
    }

    @ParameterizedTest
    @CsvSource({"307, true", "308, true", "303, false", "302, false"})
    void aBodyThatIsReadOnceGoesToOnePlace(int status, boolean fails) throws Exception {
        server.redirect("/moved", status, "/a");
        var request = Opened.request(server.url("/moved")).with(new Sent(10).once().by("POST"));

        if (fails) {
            Opened.assertFails(
                    Reason.REDIRECT_FAILED,
                    "the body would go that cannot be read again",
                    () -> Opened.content(urls, request));
        } else {
            assertThat(Opened.content(urls, request)).isEqualTo(new Content.Redirect("/a", false));
        }
    }

    /**
     * Who refuses a body may close the connection without a word, and the next one would meet that.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionOnWhichABodyWasRefusedIsNotUsedAgain(boolean refused) throws Exception {
        server.redirect("/moved", 303, "/a");
        var info = new Sent(10).announcing(10).by("POST");
        if (refused) {
            Opened.content(urls, Opened.request(server.url("/moved")).with(info));
        } else {
            send(server.url("/a"), info);
        }
        var heard = new ConcurrentLinkedQueue<BindStatus>();

        Opened.content(
                urls,
                Opened.request(server.url("/a"))
                        .reportingTo((reached, text) -> heard.add(reached)));

        assertThat(heard.contains(BindStatus.CONNECTING)).isEqualTo(refused);
    }

    /** SHA-256 of what is written. */
    private static final class Digest extends OutputStream {

        private final MessageDigest digest;
        private long length;

        Digest() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError(e);
            }
        }

        static String of(int count) {
            var digest = new Digest();
            digest.write(Sent.bytes(count), 0, count);
            return digest.text();
        }

        String text() {
            return length + "-" + new BigInteger(1, digest.digest()).toString(16);
        }

        @Override
        public void write(int one) {
            digest.update((byte) one);
            length++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            digest.update(bytes, offset, count);
            length += count;
        }
    }
}
