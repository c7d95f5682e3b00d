package org.bindhost.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Content;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.testkit.MonikerClassTests;
import org.bindhost.testkit.PlainRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of every class, and what RFC 2397 says of this one. */
class DataMonikerClassTest extends MonikerClassTests {

    private static final byte[] LARGE = "0123456789".repeat(300).getBytes(UTF_8);

    private final DataMonikerClass datas = new DataMonikerClass();

    @Override
    protected MonikerClass monikerClass() {
        return datas;
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "data:,",
                new byte[0],
                "data:,A%20brief%20note",
                "A brief note".getBytes(UTF_8),
                "data:text/plain,wow!!",
                "wow!".getBytes(UTF_8),
                "data:image/gif;base64," + Base64.getEncoder().encodeToString(LARGE),
                LARGE);
    }

    @Override
    protected String missing() {
        return "data:;base64,*";
    }

    @Override
    protected Reason reasonForMissing() {
        return Reason.SYNTAX;
    }

    @Override
    protected List<String> foreign() {
        return List.of("http://host/", "data", "data:", "data:text/plain", "data:,%4", "/a,b");
    }

    private MonikerPart part(String text) {
        return ((Recognition.Found) datas.recognize(text, Optional.empty())).part();
    }

    private Content.Blocking open(String text) throws Exception {
        return (Content.Blocking) Opened.content(datas, new PlainRequest(part(text)));
    }

    private byte[] read(String text) throws Exception {
        try (var channel = open(text).channel()) {
            var bytes = ByteBuffer.allocate(10_000);
            while (channel.read(bytes) >= 0) {
                // to the end
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:,x | text/plain;charset=US-ASCII",
                "data:;charset=utf-8,x | text/plain;charset=utf-8",
                "data:text/html,x | text/html",
                "data:text/html;charset=utf-8;base64,eA== | text/html;charset=utf-8",
                "DATA:image/png;BASE64,eA | image/png"
            })
    void theTypeIsWhatIsWrittenOrPlainText(String name, String type) throws Exception {
        assertThat(open(name).info().mediaType()).contains(type);
        assertThat(read(name)).asString().isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:,a%20b#fragment | a b",
                "data:,%C3%A4ä | ää",
                "data:;base64,aGVs%20bG8%3D | hello",
                "data:,a,b | a,b"
            })
    void theBytesAreWhatIsWritten(String name, String text) throws Exception {
        assertThat(new String(read(name), UTF_8)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"data:text/plain, 15", "'data:,a%zz', 7"})
    void whatIsWrongHasAPlace(String name, int at) {
        assertThat(datas.recognize(name, Optional.empty()))
                .isInstanceOfSatisfying(
                        Recognition.Malformed.class, it -> assertThat(it.at()).isEqualTo(at));
    }

    @Test
    void namesThatAreReadTheSameWayAreEqual() {
        assertThat(part("DATA:,x#there"))
                .isEqualTo(part("data:,x"))
                .isEqualTo(part("data:text/plain;charset=us-ascii,x"));
    }
}
