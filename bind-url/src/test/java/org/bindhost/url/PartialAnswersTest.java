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
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "bytes 5-9/10, to byte 9",
        "bytes 5-8/*, of 4 bytes",
        "bytes 5-6/10, of 2 bytes",
        "bytes 5-7/7, but not which one part",
        "bytes 7-5/10, but not which one part",
        "bytes */10, but not which one part",
        "lines 5-7/10, but not which one part",
        "bytes 5-7/1000000000000000000000, but not which one part"
    })
    void aPartThatIsNotTheOneIsAFailure(String range, String message) {
        try (var raw = part(range)) {
            var four = new ByteRange(5, OptionalLong.of(4));

            Opened.assertFails(
                    Reason.PROTOCOL,
                    message,
                    () -> Opened.content(urls, Opened.request(raw.url()).with(four)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: multipart/byteranges; boundary=x\r\nContent-Range: bytes 5-7/10",
                "Content-Type: Multipart/Byteranges; boundary=x",
                "Content-Range: bytes 5-7/10\r\nContent-Range: bytes 5-7/11",
                "X: y"
            })
    void whatIsNotOnePartIsAFailure(String fields) {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 206 Partial Content\r\n"
                                + fields
                                + "\r\nContent-Length: 3\r\n\r\nabc")) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "but not which one part",
                    () -> Opened.content(urls, Opened.request(raw.url()).with(FROM_FIVE)));
        }
    }

    /** Without a length of the body, that of the part counts. */
    @ParameterizedTest
    @CsvSource({"2, TRUNCATED", "4, PROTOCOL"})
    void aBodyThatIsNotAsLongAsItsPartIsAFailure(int length, Reason reason) throws Exception {
        try (var raw =
                new RawServer(
                        "HTTP/1.1 206 Partial Content\r\nConnection: close\r\n"
                                + "Content-Range: bytes 5-7/10\r\n\r\n"
                                + "x".repeat(length))) {
            var found =
                    (Content.Found) Opened.content(urls, Opened.request(raw.url()).with(FROM_FIVE));
            var reader = new Reader();
            found.body().start(reader);
            found.body().request(100);

            assertThat(reader.failure().reason()).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes 5-7/10, 10", "bytes 5-7/*, -1", "Bytes 5-7/8, 8"})
    void theLengthIsThatOfTheWhole(String range, long length) throws Exception {
        try (var raw = part(range)) {
            var found =
                    (Content.Found) Opened.content(urls, Opened.request(raw.url()).with(FROM_FIVE));

            assertThat(found.info().length().orElse(-1)).isEqualTo(length);
            assertThat(found.info().ranges()).isTrue();
            assertThat(text(found)).isEqualTo("abc");
        }
    }

    private static String text(Content.Found found) {
        var reader = new Reader();
        found.body().start(reader);
        found.body().request(100);
        reader.completed();
        return reader.text();
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
