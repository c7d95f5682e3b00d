package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult.Bound;
import org.bindhost.bind.MediaRange;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binds over real connections, through the engine: what comes back, and what does not. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HttpBindTest {

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private UrlMonikerClass urls = new UrlMonikerClass();
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        use(urls);
    }

    private void use(UrlMonikerClass driver) throws IOException {
        urls = driver;
        var settings = CoreSettings.defaults(directory).withRetrying(Retrying.NEVER);
        core = BindCore.open("test", settings, List.of(driver));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
        urls.close();
        server.close();
    }

    private byte[] read(String url) throws Exception {
        var result =
                core.binder().bindToStorage(core.monikers().parse(url), context, InputStream.class);
        try (var in = ((Bound<InputStream>) result).value()) {
            return in.readAllBytes();
        }
    }

    private static void assertFails(Reason reason, String message, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        BindException.class,
                        e -> {
                            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
                            assertThat(e).hasMessageContaining(message);
                        });
    }

    @Test
    void aLargeBodyComesWhole() throws Exception {
        byte[] large = new byte[20 * 1024 * 1024];
        new Random(3).nextBytes(large);
        server.content("/large", large).start();

        assertThat(read(server.url("/large"))).isEqualTo(large);
    }

    @Test
    void redirectsAreFollowedByTheEngine() throws Exception {
        server.redirect("/a", 302, "/dir/b")
                .redirect("/dir/b", 308, "c")
                .content("/dir/c", "there".getBytes(UTF_8))
                .start();

        assertThat(read(server.url("/a"))).asString().isEqualTo("there");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aRedirectToAFileIsNotFollowed() {
        server.redirect("/a", 302, "file:///etc/passwd").start();

        assertFails(
                Reason.REDIRECT_FAILED,
                "redirects to file:///etc/passwd",
                () -> read(server.url("/a")));
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "401, ACCESS_DENIED",
        "403, ACCESS_DENIED",
        "500, SERVER_FAILED",
        "503, BUSY",
        "429, BUSY",
        "418, SERVER_FAILED",
        "304, PROTOCOL"
    })
    void aStatusThatIsAFailureSaysWhoAnsweredWhat(int status, Reason reason) {
        server.status("/a", status).start();

        assertFails(
                reason, "GET " + server.url("/a") + ": " + status, () -> read(server.url("/a")));
    }

    /** D-28: whoever cannot be reached is not the same as what is not there. */
    @Test
    void aRefusedConnectionIsUnreachable() {
        String url;
        try (var gone = new RawServer("")) {
            url = gone.url();
        }

        assertFails(Reason.UNREACHABLE, "GET " + url, () -> read(url));
    }

    /** They would be lost without a word, or go where nobody meant them to. */
    @Test
    void credentialsWithinAUrlAreRefusedAndNotShown() {
        assertThatThrownBy(() -> read("http://user:secret@127.0.0.1:1/a"))
                .isInstanceOf(BindException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aHostThatDoesNotExistIsUnreachable() {
        assertFails(
                Reason.UNREACHABLE, "no such host", () -> read("http://no-such-host.invalid/a"));
    }

    @Test
    void aShortBodyIsTruncated() {
        try (var raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort")) {
            assertFails(Reason.TRUNCATED, "GET " + raw.url(), () -> read(raw.url()));
        }
    }

    @Test
    void aChunkedBodyWithoutItsEndIsTruncated() {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n")) {
            assertFails(Reason.TRUNCATED, "GET " + raw.url(), () -> read(raw.url()));
        }
    }

    @Test
    void aBodyThatEndsWithItsConnectionIsWhole() throws Exception {
        try (var raw = new RawServer("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nall of it")) {
            assertThat(read(raw.url())).asString().isEqualTo("all of it");
        }
    }

    @Test
    void aConnectionThatIsResetIsAFailure() {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort",
                        RawServer.After.RESET)) {
            assertThatThrownBy(() -> read(raw.url())).isInstanceOf(BindException.class);
        }
    }

    @Test
    void anAnswerThatIsNoHttpIsAFailure() {
        try (var raw = new RawServer("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
            assertThatThrownBy(() -> read(raw.url())).isInstanceOf(BindException.class);
        }
    }

    @Test
    void anEndlessHeadIsAFailure() {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 200 OK\r\n" + "X-Long: abcdefghij\r\n".repeat(10_000) + "\r\n")) {
            assertThatThrownBy(() -> read(raw.url())).isInstanceOf(BindException.class);
        }
    }

    @Test
    void whatIsNotInTheCodingItNamesIsAFailure() {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx")) {
            assertFails(Reason.PROTOCOL, "the body in gzip", () -> read(raw.url()));
        }
    }

    @Test
    void codingsAreAskedForIfTheClientTakesThem() throws Exception {
        server.content("/a", "x".getBytes(UTF_8)).start();
        context.registerCallback(() -> BindInfo.reading(BindFlag.ACCEPT_CODINGS));

        read(server.url("/a"));

        assertThat(server.requests())
                .containsExactly("GET /a HTTP/1.1 accept=*/* coding=gzip, deflate");
    }

    /** C-12: order is preference, and the request shows it. */
    @Test
    void whatTheClientAcceptsIsAskedForInItsOrder() throws Exception {
        server.content("/a", "x".getBytes(UTF_8)).start();
        context.setAccepted(List.of(MediaRange.of("image/png"), MediaRange.of("image/*")));

        read(server.url("/a"));

        assertThat(server.requests())
                .containsExactly("GET /a HTTP/1.1 accept=image/png, image/*;q=0.5 coding=identity");
    }

    /** D-06, over a real connection. */
    @Test
    void theCallbackHearsTypeAndLength() throws Exception {
        server.content("/a", "hello".getBytes(UTF_8)).start();
        var recorder = new Recorder(BindInfo.SYNCHRONOUS);
        context.registerCallback(recorder);
        String url = server.url("/a");

        read(url);

        assertThat(recorder.heard())
                .containsSubsequence(
                        "info",
                        "start",
                        "progress:SENDING_REQUEST " + url,
                        "progress:MIME_TYPE_AVAILABLE text/plain;charset=utf-8",
                        "progress:BEGIN_DOWNLOAD_DATA " + url,
                        "progress:END_DOWNLOAD_DATA " + url,
                        "stop:COMPLETED 5");
    }

    @Test
    void anAbortUnderTransferFreesItsConnection() throws Exception {
        server.content("/large", new byte[20 * 1024 * 1024]).start();
        var recorder = new Recorder(BindInfo.PULL);
        context.registerCallback(recorder);
        var name = core.monikers().parse(server.url("/large"));
        var result = core.binder().bindToStorage(name, context, InputStream.class);
        result.content().toCompletableFuture().join().readNBytes(100_000);

        result.binding().abort();
        recorder.stopped().toCompletableFuture().join();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        context.revokeCallback(recorder);
        server.content("/small", "x".getBytes(UTF_8));
        assertThat(read(server.url("/small"))).hasSize(1);
    }

    @Test
    void http2IsNegotiatedOverTls() throws Exception {
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        server.secure(keys, "secret").content("/a", "over h2".getBytes(UTF_8)).start();
        core.close();
        use(new UrlMonikerClass(HttpSettings.defaults().trusting(new KeyFile(keys, "secret"))));

        assertThat(read(server.secureUrl("/a"))).asString().isEqualTo("over h2");
        assertThat(server.requests().element()).startsWith("GET /a HTTP/2.0");
        Files.delete(keys);
    }

    @Test
    void aCertificateNobodyTrustsIsAFailure() throws Exception {
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        server.secure(keys, "secret").content("/a", "x".getBytes(UTF_8)).start();

        assertFails(
                Reason.UNREACHABLE,
                "GET " + server.secureUrl("/a"),
                () -> read(server.secureUrl("/a")));
    }
}
