package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-80: a URL is written by PUT, whole or not at all. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HttpUploadTest {

    @TempDir static Path directory;

    private final PutServer kept = new PutServer();
    private final TestServer server = new TestServer().on("/kept", kept);
    private UrlMonikerClass urls;

    @BeforeAll
    static void makeKeys() throws Exception {
        TestKeys.make(keys());
    }

    private static Path keys() {
        return directory.resolve("keys.p12");
    }

    @BeforeEach
    void start() {
        server.secure(keys(), "secret").patient().start();
        var trust = new KeyFile(keys(), "secret");
        urls = new UrlMonikerClass(HttpSettings.defaults().trusting(trust));
    }

    @AfterEach
    void stop() {
        urls.close();
        server.close();
    }

    private String url(boolean http2, String path) {
        return http2 ? server.secureUrl(path) : server.url(path);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenIsPut(boolean http2) throws Exception {
        Put.to(urls, url(http2, "/kept")).write(300_000).commit();

        assertThat(kept.kept("/kept")).isEqualTo(Sent.bytes(300_000));
        assertThat(kept.framing("/kept")).isEqualTo((http2 ? "null" : "chunked") + " -1");
    }

    @Test
    void anotherVerbIsSentAsItIs() throws Exception {
        var seen = new CompletableFuture<String>();
        server.on(
                "/a",
                (request, response, done) -> {
                    seen.complete(request.getMethod());
                    Content.Source.consumeAll(request, done);
                });
        var info = new BindInfo(BindInfo.PUSH.flags(), "PROPPATCH", BindInfo.PUSH.body(), "");

        Put.to(urls, Opened.request(server.url("/a")).with(info)).write(10).commit();

        assertThat(seen).isCompletedWithValue("PROPPATCH");
    }

    @Test
    void aBodyBesidesWhatIsWrittenIsRefused() {
        var request = Opened.request(server.url("/kept")).with(new Sent(10).by("PUT"));

        Opened.assertFails(Reason.UNSUPPORTED, "no other body", () -> Put.to(urls, request));
    }

    @Test
    void aServerThatIsNotThereIsUnreachableBeforeAnythingIsWritten() {
        String url = server.url("/kept");
        server.close();

        Opened.assertFails(Reason.UNREACHABLE, url, () -> Put.to(urls, url));
    }

    /** An answer once all was sent; 304 makes no sense to a PUT. */
    @ParameterizedTest
    @CsvSource({
        "304, PROTOCOL",
        "400, SERVER_FAILED",
        "401, ACCESS_DENIED",
        "403, ACCESS_DENIED",
        "404, NOT_FOUND",
        "405, UNSUPPORTED",
        "409, CHANGED",
        "411, UNSUPPORTED",
        "412, CHANGED",
        "413, ACCESS_DENIED",
        "415, UNSUPPORTED",
        "423, ACCESS_DENIED",
        "428, ACCESS_DENIED",
        "500, SERVER_FAILED",
        "503, BUSY",
        "501, UNSUPPORTED",
        "507, SERVER_FAILED"
    })
    void aRefusalIsTheOutcomeOfTheCommit(int status, Reason reason) throws Exception {
        answering("/a", status);
        var put = Put.to(urls, server.url("/a")).write(10);

        Opened.assertFails(reason, "PUT " + server.url("/a") + ": " + status, put::commit);
    }

    /** What was sent is gone, and a server elsewhere could be anybody. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectOfWhatIsWrittenIsNotFollowed(int status) throws Exception {
        server.redirect("/a", status, "/kept");
        var put = Put.to(urls, server.url("/a")).write(10);

        Opened.assertFails(Reason.REDIRECT_FAILED, "cannot be sent again", put::commit);
        assertThat(kept.everything()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "false, 401, ACCESS_DENIED", "true, 401, ACCESS_DENIED",
        "false, 413, ACCESS_DENIED", "true, 413, ACCESS_DENIED",
        "false, 307, REDIRECT_FAILED", "true, 507, SERVER_FAILED"
    })
    void anAnswerWhileItIsWrittenEndsIt(boolean http2, int status, Reason reason) throws Exception {
        server.on(
                "/a",
                (request, response, done) -> {
                    response.setStatus(status);
                    response.getHeaders().put(HttpHeader.LOCATION, "/kept");
                    response.write(true, ByteBuffer.allocate(0), done);
                });
        var put = Put.to(urls, url(http2, "/a"));

        Opened.assertFails(reason, "" + status, put::awaitFailure);
        Opened.assertFails(reason, "" + status, () -> put.write(10_000_000));
    }

    /** It cannot have what it has not been sent. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void successBeforeAllWasSentIsNone(boolean http2) throws Exception {
        server.on(
                "/a",
                (request, response, done) -> response.write(true, ByteBuffer.allocate(0), done));
        var put = Put.to(urls, url(http2, "/a"));

        Opened.assertFails(Reason.PROTOCOL, "before all was sent", put::awaitFailure);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsGivenUpNeverEnds(boolean http2) throws Exception {
        var torn = new CompletableFuture<Throwable>();
        var begun = new CountDownLatch(1);
        server.on(
                "/a",
                (request, response, done) -> {
                    begun.countDown();
                    Content.Source.asByteBuffer(
                            request,
                            Promise.from(
                                    bytes -> torn.complete(null),
                                    why -> {
                                        torn.complete(why);
                                        done.failed(why);
                                    }));
                });
        var put = Put.to(urls, url(http2, "/a")).write(1000);
        begun.await();

        put.abort();

        assertThat(torn.get()).isNotNull();
        assertThatThrownBy(() -> put.write(1))
                .isInstanceOf(BindException.class)
                .hasFieldOrPropertyWithValue("reason", Reason.ABORTED);
    }

    /** A server that reads nothing stops who writes: see the windows of both sides. */
    @Test
    void noMoreIsAskedForThanTheServerTakes() throws Exception {
        var reading = new CompletableFuture<Runnable>();
        server.on(
                "/a",
                (request, response, done) ->
                        reading.complete(() -> Content.Source.consumeAll(request, done)));
        var put = Put.to(urls, server.secureUrl("/a"));
        var writer = new Thread(() -> writeAndCommit(put, 8_000_000));
        writer.start();

        while (writer.getState() != Thread.State.WAITING || put.granted() < 400_000) {
            Thread.onSpinWait();
        }

        assertThat(put.granted()).isLessThan(1_000_000);
        reading.get().run();
        writer.join();
        assertThat(put.granted()).isGreaterThanOrEqualTo(8_000_000);
    }

    private static void writeAndCommit(Put put, long count) {
        try {
            put.write(count).commit();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes that a client holds back are not the server's delay; an answer that it owes is. */
    @Test
    void aServerThatOwesItsAnswerForTooLongIsStalled() throws Exception {
        server.on("/a", (request, response, done) -> Content.Source.consumeAll(request, silent()));
        try (var hasty = new UrlMonikerClass(Patience.of(Patience.SHORT, Patience.LONG))) {
            var put = Put.to(hasty, server.url("/a")).write(10);

            Opened.assertFails(Reason.STALLED, "no answer within 0.3 s", put::commit);
        }
    }

    private static Callback silent() {
        return Callback.from(() -> {});
    }

    private void answering(String path, int status) {
        server.on(
                path,
                (request, response, done) -> {
                    response.setStatus(status);
                    consumeAndWrite(
                            request, () -> response.write(true, ByteBuffer.allocate(0), done));
                });
    }

    private static void consumeAndWrite(Request request, Runnable answer) {
        Content.Source.consumeAll(request, Callback.from(answer, failure -> {}));
    }
}
