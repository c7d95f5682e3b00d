package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-85: what a server may do without end ends here, with a reason. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class LimitsTest {

    /** What kernels and one read take; far less than a server without end would send. */
    private static final long FEW_BYTES = 64L << 20;

    @TempDir Path directory;

    private final TestServer server = new TestServer().content("/a", Sent.bytes(1000));
    private final Reader reader = new Reader();
    private UrlMonikerClass urls =
            new UrlMonikerClass(Map.of("max.body.bytes", 999, "answer.millis", 1000), List.of());

    @AfterEach
    void close() {
        urls.close();
        server.close();
    }

    private String read(String url) throws BindException {
        return read(Opened.content(urls, Opened.request(url)));
    }

    private String read(Content content) throws BindException {
        ((Content.Found) content).body().start(reader);
        ((Content.Found) content).body().request(Long.MAX_VALUE);
        Put.await(reader.end());
        return reader.text();
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotBegun() {
        server.start();

        Opened.assertFails(
                Reason.DENIED_BY_POLICY, "more than the 999 bytes", () -> read(server.url("/a")));
    }

    @Test
    void partsOfWhatIsTooLargeAreNotToBeHadEither() {
        server.start();
        var part = Opened.request(server.url("/a")).with(new ByteRange(10, OptionalLong.of(20)));

        Opened.assertFails(Reason.DENIED_BY_POLICY, "999", () -> read(Opened.content(urls, part)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatDoesNotSayHowLargeItIsIsBrokenOff(boolean http2) throws Exception {
        server.on(
                "/b",
                (request, response, done) ->
                        response.write(false, ByteBuffer.allocate(900), done(response)));
        String url = http2 ? secure("/b") : server.start().url("/b");

        Opened.assertFails(Reason.DENIED_BY_POLICY, "999", () -> read(url));
        assertThat(reader.text()).hasSizeLessThan(1000);
    }

    private static Callback done(Response response) {
        return Callback.from(
                () -> response.write(false, ByteBuffer.allocate(900), done(response)),
                failure -> {});
    }

    @Test
    void whatIsAsLargeAsItMayBeComes() throws Exception {
        server.content("/c", Sent.bytes(999)).start();

        assertThat(read(server.url("/c"))).hasSize(999);
    }

    /** The limit is one of what is read, whatever the server makes of it on the way. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsTooLargeOnceDecodedIsBrokenOff(boolean saysLength) {
        server.on("/b", gzip(new byte[100_000], saysLength)).start();

        Opened.assertFails(
                Reason.DENIED_BY_POLICY, "more than the 999 bytes", () -> read(server.url("/b")));
        assertThat(reader.text()).hasSizeLessThan(1000).matches("\\x00*");
    }

    @Test
    void whatIsAsLargeAsItMayBeOnceDecodedComesDecoded() throws Exception {
        server.on("/c", gzip(new byte[999], true)).start();

        assertThat(read(server.url("/c"))).hasSize(999).matches("\\x00*");
    }

    private static TestServer.Handler gzip(byte[] bytes, boolean saysLength) {
        var coded = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (request, response, done) -> {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            if (saysLength) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, coded.size());
            }
            Callback end =
                    Callback.from(
                            () -> response.write(true, ByteBuffer.allocate(0), done), done::failed);
            response.write(false, ByteBuffer.wrap(coded.toByteArray()), end);
        };
    }

    private String secure(String path) throws Exception {
        trust();
        return server.secure(keys(), "secret").start().secureUrl(path);
    }

    private Path keys() {
        return directory.resolve("keys.p12");
    }

    private void trust() throws Exception {
        TestKeys.make(keys());
        urls.close();
        urls =
                new UrlMonikerClass(
                        Map.of(
                                "max.body.bytes",
                                999,
                                "answer.millis",
                                1000,
                                "trust.store",
                                keys().toString(),
                                ".trust.store.password",
                                "secret"),
                        List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK|', 'X: y|', PROTOCOL",
        "'HTTP/1.1 200 ', 'x', PROTOCOL",
        "'HTTP/1.1 200 OK|X:', 'y', PROTOCOL",
        "'HTTP/1.1 200 OK|', 'X', PROTOCOL",
        "'', 'HTTP/1.1 100 Continue||', PROTOCOL",
        "'', 'HTTP/1.1 103 Early Hints|Link: </a>||', PROTOCOL",
        "'', 'HTTP/1.1 102 Processing||', PROTOCOL",
        "'', 'HTTP/1.1 199 Well||', PROTOCOL",
        "'', '|', PROTOCOL"
    })
    void aHeadWithoutEndEnds(String beginning, String again, Reason reason) throws Exception {
        try (var endless = EndlessServer.http(crlf(beginning), crlf(again))) {
            Opened.assertFails(reason, endless.url(), () -> read(endless.url()));

            endless.awaitClosed();
            assertThat(endless.sent()).isLessThan(FEW_BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'0|', 'X: y|'",
        "'0|X: ', 'y'",
        "'1;', 'x'",
        "'1|a|1;x=', 'y'",
        "'', '0'",
        "'1|aa', 'a'"
    })
    void aBodyWithoutEndThatBringsNothingEnds(String beginning, String again) throws Exception {
        String head = "HTTP/1.1 200 OK|Transfer-Encoding: chunked||";
        try (var endless = EndlessServer.http(crlf(head + beginning), crlf(again))) {
            assertThatThrownBy(() -> read(endless.url())).isInstanceOf(BindException.class);

            endless.awaitClosed();
            assertThat(endless.sent()).isLessThan(FEW_BYTES);
        }
    }

    private static String crlf(String text) {
        return text.replace("|", "\r\n");
    }

    /** Fields of one head may go on in frame after frame. */
    @Test
    void aHeadOfHttp2WithoutEndEnds() throws Exception {
        trust();
        byte[] literal = field();
        var beginning = new ByteArrayOutputStream();
        beginning.writeBytes(frame(4, 0, 0, new byte[0])); // SETTINGS
        beginning.writeBytes(frame(1, 0, 1, new byte[] {(byte) 0x88})); // HEADERS: status 200
        try (var endless =
                EndlessServer.http2(keys(), beginning.toByteArray(), frame(9, 0, 1, literal))) {
            String url = "https://localhost:" + endless.port() + "/";

            assertThatThrownBy(() -> read(url))
                    .isInstanceOf(BindException.class)
                    .hasMessageContaining(url);

            endless.awaitClosed();
            assertThat(endless.sent()).isLessThan(FEW_BYTES);
        }
    }

    private static byte[] field() {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            out.writeBytes(new byte[] {0, 1, 'x', 1, 'y'}); // literal, never indexed
        }
        return out.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }
}
