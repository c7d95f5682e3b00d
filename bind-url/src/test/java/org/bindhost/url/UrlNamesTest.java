package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.key;
import static org.bindhost.url.Named.malformed;
import static org.bindhost.url.Named.part;
import static org.bindhost.url.Named.warnings;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.util.Optional;
import java.util.Random;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a URL and what is not, however odd the text. */
class UrlNamesTest {

    private static final int ODD_TEXTS = 20_000;
    private static final String[] ODD = ":/?#[]@!%.aZ_-0 \\|\u00e4\u20ac".split("");
    private static final String[] LESS_ODD = {
        "http://",
        "https:",
        "//",
        "h",
        "%2e",
        "%2F",
        "/..",
        "./",
        ":80",
        "[::1]",
        "a",
        "/",
        "?",
        "url:",
        "!!",
        "1.2",
        ".0x7",
        "xn--",
        "xn--fa-hia",
        "\ud83d\udca9",
        "%c3%9f",
        "#"
    };

    private final MonikerPart base = part("http://host/dir/doc");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "http: 5 no_//",
                "http:x 5 no_//",
                "http:/x 5 no_//",
                "http:// 7 no_host",
                "http:///x 7 no_host",
                "http://:80/ 7 no_host",
                "http://user@/ 12 no_host",
                "http://?q 7 no_host",
                "http://h:x/ 9 no_number",
                "http://h:-1/ 9 no_number",
                "http://h:8a 10 no_number",
                "http://a:b:c/ 9 no_number",
                "http://h:0/ 9 between_1_and_65535",
                "http://h:65536/ 9 between_1_and_65535",
                "http://h:99999999999/ 9 between_1_and_65535",
                "http://h/%zz 9 hexadecimal",
                "http://h/a% 10 hexadecimal",
                "http://h/a%4 10 hexadecimal",
                "http://h/?%zz 10 hexadecimal",
                "http://h/#%zz 10 hexadecimal",
                "http://h%4/ 8 hexadecimal",
                "http://u%4@h/ 8 hexadecimal",
                "http://h\\a/ 8 a_backslash_in_its_host",
                "http://h/a\\b 10 a_backslash_in_its_path",
                "http://h/<a> 9 character_<_in_its_path",
                "http://h/?\" 10 character_\"_in_its_query",
                "http://a|b/ 8 character_|_in_its_host",
                "http://u@x@h/ 10 character_@_in_its_host",
                "http://u[@h/ 8 character_[_in_its_user",
                "http://[::1/ 7 not_closed",
                "http://[::1]x/ 12 between_its_host_and_its_port",
                "http://a..b/ 7 empty_label",
                "http://./ 7 empty_label",
                "url:ftp://h/ 4 scheme_ftp",
                "url:http:x 9 no_//",
                "url://h:0 8 between_1_and_65535",
            })
    void whatBeginsAsAUrlAndIsNoneIsMalformedAtItsPlace(String text, int at, String problem) {
        var malformed = malformed(text);

        assertThat(malformed.at()).as(malformed.problem()).isEqualTo(at);
        assertThat(malformed.problem()).contains(problem.replace('_', ' '));
        assertThat(UrlNames.recognize(text, Optional.of(base))).isEqualTo(malformed);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\r", "\0", "\u007f", "\u0085", "\ud800", "\udc00x"})
    void whatCannotBeInAUrlIsRefusedAndNotRepaired(String character) {
        for (String before : new String[] {"http://h", "http://h/", "http://h/?", "http://h/#"}) {
            assertThat(malformed(before + character).at()).isEqualTo(before.length());
        }
        assertThat(malformed("http://" + character + "@h/").at()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u200f", "\ufffd", "\ufdd0", "\ue000"})
    void invisibleAndPrivateCharactersAreNoPartOfAPath(String character) {
        assertThat(malformed("http://h/" + character).problem()).contains("U+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:/a",
                "c:foo",
                "c:/foo",
                "ftp://h/",
                "mailto:a@b",
                "x",
                "/x",
                "//h/x",
                "?q",
                "#f",
                "%zz",
                "a b",
                "htt p://h/",
                "http",
                "://h/",
                "1:2",
                "\u0131:x",
                "http\u017f://h/",
                "!item",
                "urls:x"
            })
    void textOfAnotherSchemeOrOfNoneIsForeign(String text) {
        assertThat(UrlNames.recognize(text, Optional.empty())).isEqualTo(Recognition.foreign());
        assertThat(UrlNames.recognize(text, Optional.of(new MonikerPart("file", "/a", "/a"))))
                .isEqualTo(Recognition.foreign());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c:foo", "c:/foo", "file:/a", "mailto:a@b", "!item"})
    void anotherSchemeIsForeignBesideAUrlToo(String text) {
        assertThat(UrlNames.recognize(text, Optional.of(base))).isEqualTo(Recognition.foreign());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//:80/x",
                "//h:99999/",
                "//",
                "%zz",
                "a%",
                "a%4",
                "a b",
                "a_b:c",
                ":80",
                "\\x"
            })
    void aReferenceThatIsNoneIsMalformedBesideAUrl(String text) {
        malformed(text, Optional.of(base));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h, http://h/",
        "http://h:/, http://h/",
        "http://h:0080/, http://h/",
        "https://h:80, https://h:80/",
        "http://h?q, http://h/?q",
        "http://h#f, http://h/",
        "http://h/?, http://h/?",
        "http://h//a//b;x=1/%2f, http://h//a//b;x=1/%2F",
        "hTTps://H/, https://h/",
        "url:https://h/a, https://h/a",
        "URL:HTTP://H:80, http://h/",
        "http://h/a/%2e%2E/b, http://h/b",
        "http://Me:x@Host:80/a, http://Me:x@host/a",
        "http://@h/, http://h/",
        "http://%4de@h/, http://Me@h/"
    })
    void oddFormsThatAreLegalAreRead(String text, String key) {
        assertThat(key(text)).isEqualTo(key);
        assertThat(part(text).text()).isEqualTo(text);
    }

    /** RFC 3986, 6.2.2, and RFC 3987, 3.1. */
    @ParameterizedTest
    @CsvSource({
        "http://h/%7Ea%2d%5F%2E, http://h/~a-_.",
        "http://h/%2f%3a?%3d%26, http://h/%2F%3A?%3D%26",
        "http://h/\u00e4\u20ac, http://h/%C3%A4%E2%82%AC",
        "http://h/?\ud83d\udca9, http://h/?%F0%9F%92%A9",
        "http://h/?\ue000, http://h/?%EE%80%80",
        "http://\u00e4@h/, http://%C3%A4@h/",
        "http://h/\u00e4%c3%a4, http://h/%C3%A4%C3%A4",
        "http://h/{a}[b]|^`, http://h/%7Ba%7D%5Bb%5D%7C%5E%60",
        "http://h/?a[]=1, http://h/?a%5B%5D=1",
        "http://h/%00, http://h/%00"
    })
    void whatIsEscapedAndWhatIsNotIsOneName(String text, String key) {
        assertThat(key(text)).isEqualTo(key);
        assertThat(part(key)).isEqualTo(part(text));
    }

    @Test
    void aReservedCharacterIsNotItsEscape() {
        assertThat(part("http://h/a%2Fb")).isNotEqualTo(part("http://h/a/b"));
        assertThat(part("http://h/%21")).isNotEqualTo(part("http://h/!!"));
    }

    @Test
    void aPasswordIsWarnedOfAndNotShown() {
        assertThat(warnings("https://me:s3cret@host/"))
                .singleElement()
                .asString()
                .contains("password", "host")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank.example", "bank.example:", ":"})
    void aUserIsNotTakenForTheHost(String user) {
        assertThat(warnings("https://" + user + "@evil.example/"))
                .singleElement()
                .asString()
                .contains("the host is evil.example");
    }

    @Test
    void noTextIsTooOdd() {
        var random = new Random(15);

        for (int i = 0; i < ODD_TEXTS; i++) {
            String text = oddText(random);

            check(text, Optional.empty());
            check(text, Optional.of(base));
            check(text, Optional.of(part("url:../x?y")));
        }
    }

    private static String oddText(Random random) {
        var text = new StringBuilder();
        int pieces = 1 + random.nextInt(12);
        int start = random.nextInt(4);
        text.append(start == 0 ? "http://" : start == 1 ? "http://h/" : start == 2 ? "url:" : "");
        for (int i = 0; i < pieces; i++) {
            String[] from = random.nextBoolean() ? ODD : LESS_ODD;
            text.append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }

    /**
     * Parsed again a part is equal, an absolute one whatever the base; so is its canonical form.
     */
    private void check(String text, Optional<MonikerPart> relativeTo) {
        var recognition = UrlNames.recognize(text, relativeTo);
        if (recognition instanceof Recognition.Malformed malformed) {
            assertThat(malformed.at()).as(text).isBetween(0, text.length());
        }
        recognition
                .found()
                .ifPresent(
                        found -> {
                            var part = found.part();
                            String canonical = DelimitedName.write(part.key());
                            assertThat(part(part.text())).as(text).isEqualTo(part);
                            assertThat(part(canonical)).as(text).isEqualTo(part);
                            assertThat(key(canonical)).as(text).isEqualTo(part.key());
                            isTheSameEverywhere(part);
                        });
    }

    private void isTheSameEverywhere(MonikerPart part) {
        if (part.key().startsWith("http")) {
            assertThat(part(part.text(), base)).isEqualTo(part);
            var url = assertDoesNotThrow(() -> UrlNames.toAsk(part, ""));
            var uri = Question.anyHost(url);

            assertThat(uri.getRawPath()).isEqualTo(url.path());
            assertThat(Optional.ofNullable(uri.getRawQuery())).isEqualTo(url.query());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://Host/a, http://host",
        "https://host:443/a?b#c, https://host",
        "https://host:8443/a, https://host:8443",
        "http://me@host/a@b, http://host",
        "http://[::1]:80/, http://[::1]",
        "url:../a,",
        "url://host/a,"
    })
    void theOriginIsSchemeHostAndPort(String text, String origin) {
        assertThat(UrlNames.origin(Named.part(text))).isEqualTo(Optional.ofNullable(origin));
    }
}
