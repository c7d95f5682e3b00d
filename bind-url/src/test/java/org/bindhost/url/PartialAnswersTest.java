package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.Validator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are parts: the one that was asked for, or a failure. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PartialAnswersTest {

    private static final ByteRange FROM_FIVE = new ByteRange(5, OptionalLong.empty());

    private final UrlMonikerClass urls = new UrlMonikerClass();

    @AfterEach
    void close() {
        urls.close();
    }

    private static RawServer part(String range) {
        return new RawServer(
                "HTTP/1.1 206 Partial Content\r\nContent-Range: "
                        + range
                        + "\r\nContent-Length: 3\r\n\r\nabc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 5-7/10", "bytes 0-2/10", "bytes 0-2/*", "bytes 0-2/3"})
    void aPartThatNobodyAskedForIsAFailure(String range) {
        try (var raw = part(range)) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "though no part was asked for",
                    () -> Opened.content(urls, Opened.request(raw.url())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 4-6/10", "bytes 6-8/10", "bytes 0-2/*"})
    void aPartThatBeginsElsewhereIsAFailure(String range) {
        try (var raw = part(range)) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "though byte 5 was asked for",
                    () -> Opened.content(urls, Opened.request(raw.url()).with(FROM_FIVE)));
        }
    }

    @Test
    void thePartAskedForIsFound() throws Exception {
        try (var raw = part("bytes 5-7/10")) {
            var found =
                    (Content.Found) Opened.content(urls, Opened.request(raw.url()).with(FROM_FIVE));

            assertThat(found.offset()).isEqualTo(5);
            found.body().cancel();
        }
    }

    @Test
    void theWholeIsFoundWhenTheConditionFailed() throws Exception {
        try (var raw = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")) {
            var request =
                    Opened.request(raw.url()).with(FROM_FIVE).with(new Validator("\"1\"", true));

            var found = (Content.Found) Opened.content(urls, request);

            assertThat(found.offset()).isZero();
            found.body().cancel();
        }
    }
}
