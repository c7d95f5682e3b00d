package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.key;
import static org.bindhost.url.Named.malformed;
import static org.bindhost.url.Named.part;
import static org.bindhost.url.Named.warnings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts beyond ASCII: what they are called on the wire, and what they only look like. */
class InternationalHostTest {

    @ParameterizedTest
    @CsvSource({
        "fa\u00df.de, xn--fa-hia.de",
        "FA\u1e9e.de, xn--fa-hia.de",
        "b\u00fccher.example, xn--bcher-kva.example",
        "B\u00dcCHER.example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "b%C3%BCcher.example, xn--bcher-kva.example",
        "XN--bcher-KVA.example, xn--bcher-kva.example",
        "\u65e5\u672c\u8a9e\u3002jp, xn--wgv71a119e.jp",
        "\u03b2\u03cc\u03bb\u03bf\u03c2.com, xn--nxasmm1c.com",
        "\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.com, xn--mgba3gch31f060k.com",
        "\ud83d\udca9.la, xn--ls8h.la",
        "\uff28\uff4f\uff53\uff54, host",
        "\uff11.2.3.4, 1.2.3.4",
        "a_b.\u00e4, a_b.xn--4ca",
        "-\u00e4-, xn-----via",
        "\u00e4., xn--4ca."
    })
    void aHostIsItsALabels(String host, String ascii) {
        assertThat(key("http://" + host + "/")).isEqualTo("http://" + ascii + "/");
        assertThat(part("http://" + host + "/").text()).isEqualTo("http://" + host + "/");
        assertThat(key("http://" + ascii + "/")).isEqualTo("http://" + ascii + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xn--\u00fc",
                "xn--",
                "xn--a",
                "xn--a-",
                "xn--0.pt",
                "xn--bcher-KV",
                "a\u200db",
                "a\u200cb",
                "\u0627a",
                "a\u0627.com",
                "\u00ad",
                "\ufffd",
                "\u2260\u00ad%3C",
                "\u2100",
                "\uff0f",
                "a\uff1a80",
                "\u0301a",
                "a\u2024.\u2024b"
            })
    void whatIsNoInternationalNameIsMalformed(String host) {
        assertThat(malformed("http://" + host + "/").at()).as(host).isEqualTo(7);
    }

    @Test
    void aHostThatIsLongerThanAnyNameIsMalformed() {
        for (String host : List.of("\u00e4".repeat(8_000), "xn--" + "a".repeat(8_000))) {
            assertThat(malformed("http://" + host + "/").problem()).contains("more than 255");
        }
    }

    @Test
    void lettersOfSeveralScriptsInOneWordAreWarnedOf() {
        assertThat(warnings("http://p\u0430ypal.com/"))
                .containsExactly(
                        "The host xn--pypal-4ve.com mixes letters of Latin and Cyrillic in one word.");
    }

    @Test
    void aWholeWordThatLooksLatinIsWarnedOf() {
        assertThat(warnings("http://\u0430\u0440\u0440\u04cf\u0435.com/"))
                .containsExactly(
                        "The host xn--80ak6aa92e.com has letters of Cyrillic that look like plain"
                                + " Latin ones.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xn--80ak6aa92e.com", "www.XN--pypal-4ve.com", "xn--80ak6aa92e"})
    void aLookAlikeWrittenInAsciiIsWarnedOfLikewise(String host) {
        assertThat(warnings("http://" + host + "/")).singleElement().asString().contains("xn--");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paypal.com",
                "b\u00fccher.example",
                "fa\u00df.de",
                "\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
                "\u65e5\u672c\u8a9e\u30c6\u30b9\u30c8-abc.jp",
                "\ud55c\uad6d.kr",
                "\u0440\u0443\u0441\u0441\u043a\u0438\u0439.com",
                "\ud83d\udca9.la",
                "axn--b.example"
            })
    void anHonestHostIsNot(String host) {
        assertThat(warnings("http://" + host + "/")).isEmpty();
    }
}
