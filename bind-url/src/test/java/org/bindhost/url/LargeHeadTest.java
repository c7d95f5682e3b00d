package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Heads that are larger than they may be, and heads that make no sense. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LargeHeadTest {

    @TempDir Path directory;

    private final TestServer server = new TestServer();
    private UrlMonikerClass urls = new UrlMonikerClass();

    @AfterEach
    void close() {
        urls.close();
        server.close();
    }

    private void answerWithHead(int bytes) throws Exception {
        Path keys = directory.resolve("keys.p12");
        TestKeys.make(keys);
        server.secure(keys, "secret")
                .on(
                        "/a",
                        (request, response, done) -> {
                            response.getHeaders().put("X-Long", "x".repeat(bytes));
                            response.write(true, ByteBuffer.allocate(0), done);
                        })
                .start();
        urls.close();
        urls = new UrlMonikerClass(HttpSettings.defaults().trusting(new KeyFile(keys, "secret")));
    }

    @Test
    void aHeadThatIsTooLargeIsAFailureThatSaysSo() {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 200 OK\r\n" + "X-Long: abcdefghij\r\n".repeat(10_000) + "\r\n")) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "GET " + raw.url() + ": the head of the answer is larger than 32768 bytes",
                    () -> Opened.content(urls, Opened.request(raw.url())));
        }
    }

    /** A server of HTTP/2 is told the bound, and takes its answer back rather than exceed it. */
    @Test
    void aHeadThatIsTooLargeForHttp2IsAFailureThatSaysSo() throws Exception {
        answerWithHead(40_000);
        String url = server.secureUrl("/a");

        Opened.assertFails(
                Reason.PROTOCOL,
                "GET "
                        + url
                        + ": the answer was taken back before its head came, as one is whose"
                        + " head is larger than 32768 bytes",
                () -> Opened.content(urls, Opened.request(url)));
    }

    /** The bound that is configured is that of both versions of the protocol. */
    @Test
    void aHeadBelowTheBoundIsTakenOverHttp2() throws Exception {
        answerWithHead(25_000);

        var content = Opened.content(urls, Opened.request(server.secureUrl("/a")));

        assertThat(content).isInstanceOf(Content.Found.class);
        ((Content.Found) content).body().cancel();
        assertThat(server.requests().element()).startsWith("GET /a HTTP/2.0");
    }

    @Test
    void anAnswerThatIsNoHttpIsAFailureInPlainWords() {
        try (var raw = new RawServer("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "GET " + raw.url() + ": what came is no HTTP: ",
                    () -> Opened.content(urls, Opened.request(raw.url())));
        }
    }
}
