package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.key;
import static org.bindhost.url.Named.malformed;
import static org.bindhost.url.Named.part;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that are names of plain letters, and addresses. */
class UrlHostsTest {

    @ParameterizedTest
    @CsvSource({
        "a_b, a_b",
        "_dmarc.Example.ORG, _dmarc.example.org",
        "a~b, a~b",
        "$&'()*+;=, $&'()*+;=",
        "-a-.b-, -a-.b-",
        "ab--cd, ab--cd",
        "%48%6fst, host",
        "h., h.",
        "1.2.3.4, 1.2.3.4",
        "%31.2.3.255, 1.2.3.255",
        "1.2.3.4x, 1.2.3.4x",
        "1.2.3.x4, 1.2.3.x4",
        "0xfg, 0xfg",
        "1e3, 1e3",
        "4.example, 4.example"
    })
    void aNameIsComparedInLowerCaseAndUnescaped(String host, String canonical) {
        assertThat(key("http://" + host + "/")).isEqualTo("http://" + canonical + "/");
    }

    @Test
    void aDotAtTheEndMakesAnotherName() {
        assertThat(part("http://h./")).isNotEqualTo(part("http://h/"));
    }

    /** Systems would read them as addresses other than those they seem to be. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x7f.1",
                "0X7F.0.0.1",
                "2130706433",
                "017700000001",
                "127.1",
                "127.0.1",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.04",
                "1..3.4",
                "1.2.3.4.",
                "0x7f000001",
                "0x",
                "h.0x0",
                "a.b.c.4",
                "foo.123",
                "foo.123.",
                "%30x7f.1",
                "0%787f.1",
                "\uff10x7f.1",
                "\uff11\uff12\uff17.1",
                "127\u30021"
            })
    void aHostThatEndsInANumberAndIsNoAddressIsMalformed(String host) {
        assertThat(malformed("http://" + host + "/").at()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "%20", "%09", "%2f", "%40", "%3a", "%5c", "%25", "%7c", "%22"})
    void noEscapeHidesWhatAHostCannotHave(String escape) {
        assertThat(malformed("http://a" + escape + "b/").problem()).contains("in its host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c3", "%ed%a0%80", "%c0%80"})
    void escapesOfAHostAreUtf8(String escape) {
        assertThat(malformed("http://" + escape + "/").problem()).contains("UTF-8");
    }

    /** RFC 5952. */
    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8:0:0:8:800:200C:417A, 2001:db8::8:800:200c:417a",
        "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "0:0:0:0:0:0:0:0, ::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "::ffff:1.2.3.4, ::ffff:1.2.3.4",
        "::FFFF:7f00:1, ::ffff:127.0.0.1",
        "0:0:0:0:0:ffff:255.255.255.255, ::ffff:255.255.255.255",
        "::1.2.3.4, ::102:304",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304",
        "1:2:3:4:5:6:1.2.3.4, 1:2:3:4:5:6:102:304",
        "fe80::1, fe80::1"
    })
    void anAddressOfVersion6HasOneForm(String address, String canonical) {
        assertThat(key("http://[" + address + "]:81/a"))
                .isEqualTo("http://[" + canonical + "]:81/a");
        assertThat(key("http://[" + canonical + "]:81/a")).contains("[" + canonical + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                ":1::",
                "1:",
                "::1:",
                "12345::",
                "g::",
                "1.2.3.4",
                "::1.2.3",
                "::1.2.3.256",
                "::01.2.3.4",
                "::1.2.3.4:1",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::\uff11",
                "::1 ",
                "1:2:3:4:5:6:7:8:"
            })
    void whatIsNoAddressOfVersion6IsMalformed(String address) {
        assertThat(malformed("http://[" + address + "]/").problem()).contains("no IPv6 address");
    }

    /** RFC 9844: what they meant before, they mean nowhere any more. */
    @ParameterizedTest
    @ValueSource(strings = {"fe80::1%25eth0", "fe80::1%eth0", "fe80::1%251"})
    void anAddressWithAZoneIsRefused(String address) {
        assertThat(malformed("http://[" + address + "]/").problem()).contains("zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.a:b", "V7.x"})
    void anAddressOfAFutureVersionIsRefused(String address) {
        assertThat(malformed("http://[" + address + "]/").problem()).contains("version");
    }
}
