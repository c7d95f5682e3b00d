package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bindhost.url.Named.part;

import java.util.Optional;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.InvertibleMonikerClass;
import org.bindhost.spi.Joined;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Relative URLs as names of their own, joined to others, and found between two. */
class RelativeUrlsTest {

    private static final int RANDOM_PATHS = 20_000;
    private static final String[] SEGMENTS = {
        "a", "b", "", "..", ".", "a:b", "!", "c?d", "?q", "x#f", "...", "%2e"
    };

    private final UrlMonikerClass urls = new UrlMonikerClass();

    @AfterEach
    void close() {
        urls.close();
    }

    private MonikerPart join(MonikerPart left, MonikerPart right) throws BindException {
        return ((Joined.One) urls.join(left, right)).part();
    }

    /** it is a value, and keeps its text. */
    @ParameterizedTest
    @CsvSource({
        "url:../x, url:../x",
        "url:x/../y, url:y",
        "url:./x, url:x",
        "url:., url:./",
        "url:.., url:../",
        "url:a/.., url:./",
        "url:a/../.., url:../",
        "url:a//../b, url:a/b",
        "url:a/..//b, url:.//b",
        "url:./a:b, url:./a:b",
        "url:/a/../b, url:/b",
        "url:/..//b, url:/.//b",
        "url://H:80, url://h:80/",
        "url:?q, url:?q",
        "url:#f, url:",
        "url:, url:",
        "url:\u00e4%7e, url:%C3%A4~",
        "URL:x, url:x"
    })
    void withoutABaseARelativeUrlIsAValue(String text, String key) {
        var part = part(text);

        assertThat(part.key()).isEqualTo(key);
        assertThat(part.text()).isEqualTo(text);
        assertThat(part(key)).isEqualTo(part);
    }

    @Test
    void besideAUrlADesignatedOneIsResolvedLikeAnyOther() {
        var base = part("http://h/a/b");

        assertThat(part("url:../x#f", base).text()).isEqualTo("http://h/x#f");
        assertThat(part("url:https://i/x", base).text()).isEqualTo("url:https://i/x");
    }

    @Test
    void openingARelativeUrlFailsAsSyntax() {
        Opened.assertFails(
                Reason.SYNTAX,
                "url:../x is relative",
                () -> Opened.content(urls, Opened.request("url:../x")));
    }

    @Test
    void besideARelativeUrlARelativeOneStaysRelative() {
        var base = part("url:../d/e");

        assertThat(part("x!!#f", base).text()).isEqualTo("url:../d/x!!#f");
        assertThat(part("http://h/x", base).key()).isEqualTo("http://h/x");
    }

    /** B-13. */
    @ParameterizedTest
    @CsvSource({
        "http://h/a/b, url:../x, http://h/x",
        "http://h/a/b, url:x#f, http://h/a/x#f",
        "http://h/a/b#g, url:x, http://h/a/x",
        "http://h/a/b?q#g, url:, http://h/a/b?q",
        "http://h/a/b?q, url:?r, http://h/a/b?r",
        "http://h/a/b, url://i, http://i/",
        "http://h/a, url:.//b, http://h//b",
        "http://h:80/a, url://i:80, http://i/",
        "https://h/a, url://i:80, https://i:80/",
        "http://h/a, https://i/b#f, https://i/b#f",
        "url:a/b, https://i/b, https://i/b",
        "url:a/b, url:../../c, url:../c",
        "url:../../a, url:../b, url:../../../b",
        "url:a/b?q, url:, url:a/b?q",
        "url:?q, url:x, url:x",
        "url:?q, url:#f, url:?q#f",
        "url:/a/b, url:../../c, url:/c",
        "url://h/a, url:b, url://h/b",
        "http://h/a, url:b!!c, http://h/b!!c"
    })
    void joiningIsResolving(String left, String right, String joined) throws BindException {
        var one = join(part(left), part(right));

        assertThat(one.text()).isEqualTo(joined);
        assertThat(one).isEqualTo(part(joined));
    }

    @Test
    void whatThisClassHasNotMadeIsNotJoined() {
        var odd = new MonikerPart("url", "http://me:secret@ /", "x");

        for (var right : new MonikerPart[] {odd, part("url:x")}) {
            assertThatThrownBy(() -> urls.join(odd, right))
                    .isInstanceOfSatisfying(
                            BindException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SYNTAX))
                    .hasMessageNotContaining("secret");
        }
        assertThat(urls.relativePath(odd, part("http://h/"))).isEmpty();
        assertThat(UrlNames.recognize("x", Optional.of(odd)).found()).isEmpty();
    }

    /** B-02: which two are joined first does not matter, but for the names that are merged. */
    @Test
    void joiningIsAssociative() throws BindException {
        var random = new Random(13);

        for (int i = 0; i < RANDOM_PATHS; i++) {
            var base = part("http://h/" + path(random));
            var one = part("url:" + path(random));
            var other = part("url:" + path(random));

            assertThat(join(base, join(one, other)))
                    .as("%s %s %s", base, one, other)
                    .isEqualTo(join(join(base, one), other));
        }
    }

    /** B-18. */
    @ParameterizedTest
    @CsvSource({
        "http://h/a/b/c, http://h/a/d, url:../d",
        "http://h/a/b, http://h/a/, url:./",
        "http://h/a/b, http://h/a/c/d?q#f, url:c/d?q#f",
        "http://h/a/b, http://h/a/b?q, url:?q",
        "http://h/a/b?q, http://h/a/b, url:b",
        "http://h/a/?q, http://h/a/, url:./",
        "http://h/a, http://h//b, url:.//b",
        "http://h/a, http://h/b:c, url:./b:c",
        "http://h/a/b, http://h/a/c!!, url:c!!",
        "http://u@h/a, http://u@h/b, url:b"
    })
    void aRelativePathLeadsThere(String from, String to, String path) throws BindException {
        var relative = urls.relativePath(part(from), part(to)).orElseThrow();

        assertThat(relative.text()).startsWith(path.replaceFirst("#.*", ""));
        assertThat(relative).isEqualTo(part(path));
        assertThat(join(part(from), relative)).isEqualTo(part(to));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a, https://h/a",
        "http://h/a, http://i/a",
        "http://h/a, http://h:81/a",
        "http://h/a, http://u@h/a",
        "url:a, url:b",
        "url:a, http://h/a",
        "http://h/a, url:a"
    })
    void nothingRelativeLeadsElsewhere(String from, String to) {
        assertThat(urls.relativePath(part(from), part(to))).isEmpty();
    }

    @Test
    void aRelativePathLeadsFromAnywhereToAnywhere() throws BindException {
        var random = new Random(18);

        for (int i = 0; i < RANDOM_PATHS; i++) {
            var from = part("http://h/" + path(random));
            var to = part("http://h/" + path(random));
            var relative = urls.relativePath(from, to).orElseThrow();

            assertThat(join(from, relative)).as("%s to %s", from, to).isEqualTo(to);
            assertThat(part(relative.text())).isEqualTo(relative);
        }
    }

    /** B-14. */
    @Test
    void aUrlHasNoInverse() {
        assertThat(urls).isNotInstanceOf(InvertibleMonikerClass.class);
        assertThat(urls.commonPrefix(part("http://h/a"), part("http://h/b"))).isEmpty();
    }

    private static String path(Random random) {
        var path = new StringBuilder(random.nextBoolean() ? "./" : "");
        int segments = random.nextInt(6);
        for (int i = 0; i < segments; i++) {
            path.append(SEGMENTS[random.nextInt(SEGMENTS.length)].replace("!", "!!"));
            path.append(random.nextInt(4) == 0 ? "" : "/");
        }
        String first = path.toString().split("[/?#]", 2)[0];
        return (first.contains(":") ? "./" : path.indexOf("//") == 0 ? "/." : "") + path;
    }
}
