package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Patience.LONG;
import static org.bindhost.url.Patience.SHORT;

import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.bindhost.url.RawServer.After;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that accept and then hold still: nobody waits for them for ever. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SilentServerTest {

    private UrlMonikerClass urls = new UrlMonikerClass(Patience.of(SHORT, LONG));

    @AfterEach
    void close() {
        urls.close();
    }

    private Content open(String url) throws BindException {
        return Opened.content(urls, Opened.request(url));
    }

    @Test
    void aServerThatDoesNotAnswerHasStalled() {
        try (var silent = new RawServer("", After.HOLD)) {
            Opened.assertFails(
                    Reason.STALLED,
                    "GET " + silent.url() + ": no answer within 0.3 s",
                    () -> open(silent.url()));
        }
    }

    @Test
    void halfAHeadIsNoAnswer() {
        try (var silent = new RawServer("HTTP/1.1 200 OK\r\nContent-Le", After.HOLD)) {
            Opened.assertFails(Reason.STALLED, "no answer within", () -> open(silent.url()));
        }
    }

    @Test
    void aBodyThatIsWaitedForAndBringsNothingHasStalled() throws Exception {
        urls.close();
        urls = new UrlMonikerClass(Patience.of(LONG, SHORT));
        try (var silent =
                new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", After.HOLD)) {
            var found = (Content.Found) open(silent.url());
            var reader = new Reader();

            found.body().start(reader);
            found.body().request(9);

            assertThat(reader.failure().reason()).isEqualTo(Reason.STALLED);
            assertThat(reader.failure())
                    .hasMessage("GET " + silent.url() + ": nothing came within 0.3 s");
            assertThat(reader.text()).isEqualTo("abc");
            assertThat(reader.ends()).hasSize(1);
        }
    }

    /** The answer's time is over with its head, whatever the body does. */
    @Test
    void aBodyMayComeLaterThanItsHeadHadTo() throws Exception {
        try (var slow =
                        new RawServer(
                                "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc", After.HOLD);
                var silent = new RawServer("", After.HOLD)) {
            var reader = new Reader();
            var body = ((Content.Found) open(slow.url())).body();
            body.start(reader);
            body.request(9);

            Opened.assertFails(Reason.STALLED, "no answer within", () -> open(silent.url()));

            assertThat(reader.ends()).isEmpty();
            body.cancel();
        }
    }

    @Test
    void theBodyOfARefusalDoesNotKeepItsConnection() {
        urls.close();
        urls = new UrlMonikerClass(Patience.oneConnection());
        try (var silent =
                new RawServer("HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\n", After.HOLD)) {
            Opened.assertFails(Reason.NOT_FOUND, "404", () -> open(silent.url()));
            Opened.assertFails(Reason.NOT_FOUND, "404", () -> open(silent.url()));
        }
    }
}
