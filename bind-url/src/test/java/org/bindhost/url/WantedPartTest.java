package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.Validator;
import org.bindhost.testkit.PlainRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a part is asked for, under which condition, and what becomes of that condition. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WantedPartTest {

    private static final ByteRange FROM_FIVE = new ByteRange(5, OptionalLong.empty());
    private static final Validator FIRST = new Validator("\"1\"", true);

    private final UrlMonikerClass urls = new UrlMonikerClass();

    @AfterEach
    void close() {
        urls.close();
    }

    private static RawServer whole(String fields) {
        return new RawServer(
                "HTTP/1.1 200 OK\r\n" + fields + "Content-Length: 10\r\n\r\n0123456789");
    }

    private static RawServer part(String fields) {
        return new RawServer(
                "HTTP/1.1 206 Partial Content\r\n"
                        + fields
                        + "Content-Range: bytes 5-9/10\r\nContent-Length: 5\r\n\r\n56789");
    }

    private static RawServer refusal(String fields) {
        return new RawServer(
                "HTTP/1.1 416 Range Not Satisfiable\r\n" + fields + "Content-Length: 0\r\n\r\n");
    }

    private Content.Found open(PlainRequest request) throws Exception {
        var found = (Content.Found) Opened.content(urls, request);
        found.body().cancel();
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, bytes=0-0",
        "5, 10, bytes=5-14",
        "5, 0, bytes=5-",
        "9223372036854775806, 1, bytes=9223372036854775806-9223372036854775806",
        "9223372036854775807, 9, bytes=9223372036854775807-"
    })
    void aPartIsAskedForByItsFirstAndItsLastByte(long offset, long length, String field)
            throws Exception {
        var many = length == 0 ? OptionalLong.empty() : OptionalLong.of(length);
        try (var raw = whole("")) {
            open(Opened.request(raw.url()).with(new ByteRange(offset, many)));

            assertThat(raw.heads().element())
                    .contains("\r\nRange: " + field + "\r\n", "\r\nAccept-Encoding: identity\r\n")
                    .doesNotContain("If-Range");
        }
    }

    @Test
    void aStrongEntityTagIsTheCondition() throws Exception {
        try (var raw = whole("")) {
            open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST));

            assertThat(raw.heads().element())
                    .contains("\r\nRange: bytes=5-\r\n", "\r\nIf-Range: \"1\"\r\n");
        }
    }

    /** Two that have the same weak one may differ, and a part of the other would not fit. */
    @ParameterizedTest
    @CsvSource({
        "W/\"1\", false",
        "W/\"1\", true",
        "'Fri, 20 Nov 2026 10:00:00 GMT', false",
        "'Fri, 20 Nov 2026 10:00:00 GMT', true",
        "1, true",
        "'\"1\"\tX: y', true"
    })
    void underAnyOtherConditionTheWholeIsAskedFor(String value, boolean strong) throws Exception {
        try (var raw = whole("")) {
            var found =
                    open(
                            Opened.request(raw.url())
                                    .with(FROM_FIVE)
                                    .with(new Validator(value, strong)));

            assertThat(found.offset()).isZero();
            assertThat(raw.heads().element()).doesNotContain("Range", "X: y");
        }
    }

    @Test
    void onlyReadingHasParts() throws Exception {
        try (var raw = whole("")) {
            var info = new BindInfo(BindInfo.PULL.flags(), "POST", Optional.empty(), "");

            var found = open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST).with(info));

            assertThat(found.offset()).isZero();
            assertThat(raw.heads().element()).doesNotContain("Range:");
        }
    }

    @Test
    void aPartOfTheStateNamedIsFound() throws Exception {
        try (var raw = part("ETag: \"1\"\r\n")) {
            var found = open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST));

            assertThat(found.offset()).isEqualTo(5);
            assertThat(found.info().validator()).contains(FIRST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "W/\"1\"", "1", "\"1\"\r\nETag: \"2\""})
    void aPartOfAnotherStateIsNotMixedIn(String tag) {
        try (var raw = part("ETag: " + tag + "\r\n")) {
            Opened.assertFails(
                    Reason.CHANGED,
                    "though \"1\" was asked for",
                    () -> open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST)));
        }
    }

    /** Such is the answer of a server that knows parts, but no conditions. */
    @Test
    void aPartOfAStateThatIsNotSaidIsNotMixedIn() {
        try (var raw = part("")) {
            Opened.assertFails(
                    Reason.CHANGED,
                    "of the state that it does not say",
                    () -> open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Content-Range: bytes */5', it has nothing of 5 bytes from byte 5 on",
        "'Content-Range: bytes */0', it has nothing of 0 bytes from byte 5 on",
        "'Content-Range: lines */9', it has nothing from byte 5 on",
        "'X: y', it has nothing from byte 5 on"
    })
    void whatBeginsBehindTheEndIsOutOfRange(String field, String message) {
        try (var raw = refusal(field + "\r\n")) {
            Opened.assertFails(
                    Reason.OUT_OF_RANGE,
                    message,
                    () -> open(Opened.request(raw.url()).with(FROM_FIVE)));
        }
    }

    @Test
    void aPartThatIsThereAndRefusedIsSenseless() {
        try (var raw = refusal("Content-Range: bytes */6\r\n")) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "though byte 5 is one of its 6",
                    () -> open(Opened.request(raw.url()).with(FROM_FIVE)));
        }
    }

    @Test
    void aRefusedPartThatNobodyAskedForIsSenseless() {
        try (var raw = refusal("Content-Range: bytes */6\r\n")) {
            Opened.assertFails(
                    Reason.PROTOCOL,
                    "though no part was asked for",
                    () -> open(Opened.request(raw.url())));
        }
    }

    @Test
    void whatIsRefusedOfAnotherStateHasChanged() {
        try (var raw = refusal("ETag: \"2\"\r\nContent-Range: bytes */5\r\n")) {
            Opened.assertFails(
                    Reason.CHANGED,
                    "of the state \"2\"",
                    () -> open(Opened.request(raw.url()).with(FROM_FIVE).with(FIRST)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Accept-Ranges: bytes, true",
        "'Accept-Ranges: lines, Bytes', true",
        "Accept-Ranges: none, false",
        "X: y, false"
    })
    void whetherThereAreRangesIsWhatTheServerSays(String field, boolean ranges) throws Exception {
        try (var raw = whole(field + "\r\n")) {
            assertThat(open(Opened.request(raw.url())).info().ranges()).isEqualTo(ranges);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'ETag: \"a\"', \"a\", true",
        "'ETag: W/\"a\"', W/\"a\", false",
        "'ETag: a', a, false",
        "'ETag: \"a b\"', \"a b\", false",
        "'Last-Modified: Fri, 20 Nov 2026 10:00:00 GMT', 'Fri, 20 Nov 2026 10:00:00 GMT', false"
    })
    void onlyAnEntityTagIsAStrongValidator(String field, String value, boolean strong)
            throws Exception {
        try (var raw = whole(field + "\r\n")) {
            assertThat(open(Opened.request(raw.url())).info().validator())
                    .contains(new Validator(value, strong));
        }
    }
}
