package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.bindhost.moniker.MonikerPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a URL and what is not, however odd the text. */
class UrlNamesTest {

    private static final int ODD_TEXTS = 20_000;
    private static final String[] ODD = ":/?#[]@!%.aZ_-0 \\".split("");
    private static final String[] LESS_ODD = {
        "http://", "https:", "//", "h", "%2e", "%2F", "/..", "./", ":80", "[::1]", "a", "/", "?"
    };

    private final Optional<MonikerPart> base =
            UrlNames.recognize("http://host/dir/doc", Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a_b/c",
                "c:foo",
                "c:/foo",
                "//:80/x",
                "//h:99999/",
                "//",
                "%zz",
                "a%",
                "a%4",
                "a b"
            })
    void aReferenceThatLeadsToNoHostIsNotRecognized(String text) {
        assertThat(UrlNames.recognize(text, base)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a_b/",
                "http:///x",
                "http:x",
                "http:",
                "http://:80/",
                "http://user@/",
                "http://h:0/",
                "http://h:65536/",
                "http://h:99999/",
                "http://h:99999999999/",
                "http://h:-1/",
                "http://h/%zz",
                "http://h/a%",
                "http://h/a%4",
                "http://h/?%zz",
                "http://[::1/",
                "http://h\\a/"
            })
    void anAbsoluteTextWithoutAHostOrWellFormedPartsIsNotRecognized(String text) {
        assertThat(UrlNames.recognize(text, Optional.empty())).isEmpty();
        assertThat(UrlNames.recognize(text, base)).isEmpty();
    }

    @Test
    void theUserIsPartOfTheName() {
        var name = UrlNames.recognize("http://Me:x@Host:80/a", Optional.empty());

        assertThat(name.orElseThrow().key()).isEqualTo("http://Me:x@host/a");
    }

    /** a dot that is escaped for no reason is a dot. */
    @Test
    void dotSegmentsWrittenWithEscapesAreResolved() {
        var name = UrlNames.recognize("http://host/a/%2e%2E/b", Optional.empty());

        assertThat(name.orElseThrow().key()).isEqualTo("http://host/b");
    }

    @Test
    void noTextIsTooOdd() {
        var random = new Random(15);

        for (int i = 0; i < ODD_TEXTS; i++) {
            String text = oddText(random);

            check(text, Optional.empty());
            check(text, base);
        }
    }

    private static String oddText(Random random) {
        var text = new StringBuilder();
        int pieces = 1 + random.nextInt(12);
        int start = random.nextInt(3);
        text.append(start == 0 ? "http://" : start == 1 ? "http://h/" : "");
        for (int i = 0; i < pieces; i++) {
            String[] from = random.nextBoolean() ? ODD : LESS_ODD;
            text.append(from[random.nextInt(from.length)]);
        }
        return text.toString();
    }

    private static void check(String text, Optional<MonikerPart> relativeTo) {
        var part = UrlNames.recognize(text, relativeTo);

        part.ifPresent(
                it ->
                        assertThat(UrlNames.recognize(it.key(), Optional.empty()))
                                .as(text)
                                .contains(it));
    }
}
