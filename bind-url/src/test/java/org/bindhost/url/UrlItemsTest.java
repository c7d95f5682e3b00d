package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.found;
import static org.bindhost.url.Named.malformed;
import static org.bindhost.url.Named.part;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Joined;
import org.bindhost.spi.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a URL ends and an item begins. */
class UrlItemsTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/report.doc!WordDocument, http://h/report.doc, http://h/report.doc",
        "http://h/a!!b!c, http://h/a!!b, http://h/a!b",
        "http://h/a!!!!b, http://h/a!!!!b, http://h/a!!b",
        "http://h/?q=a!!!b, http://h/?q=a!!, http://h/?q=a!",
        "http://h/!!a!i, http://h/!!a, http://h/!a",
        "http://h/a!!, http://h/a!!, http://h/a!",
        "http://h/#!/x, http://h/#!/x, http://h/",
        "http://h/#!/x!y, http://h/#!/x, http://h/",
        "http://h/#!!x, http://h/#!, http://h/",
        "http://h/#!!!x!i, http://h/#!!!x, http://h/",
        "http://h/#a!!b!c, http://h/#a!!b, http://h/",
        "http://h/a.zip#f!x, http://h/a.zip#f, http://h/a.zip",
        "http://h/a#b#!x, http://h/a#b#, http://h/a",
        "http://h/a!!b#!x!!y, http://h/a!!b#!x!!y, http://h/a!b",
        "http://h/a!!!#x, http://h/a!!, http://h/a!",
        "http://h/a!i#x, http://h/a, http://h/a",
        "http://h!i, http://h, http://h/",
        "http://a!!b/!i, http://a!!b/, http://a!b/",
        "http://[::1]!i, http://[::1], http://[::1]/",
        "http://u!!v@h/!i, http://u!!v@h/, http://u!v@h/",
        "url:../a!i, url:../a, url:../a",
        "url:!i, url:, url:"
    })
    void aUrlEndsWhereAnItemBegins(String text, String written, String key) {
        var found = found(text, Optional.empty());

        assertThat(found.part().text()).isEqualTo(written);
        assertThat(found.length()).isEqualTo(written.length());
        assertThat(found.part().key()).isEqualTo(key);
        assertThat(part(written)).isEqualTo(found.part());
    }

    /** It is written twice, so that an item may follow. */
    @Test
    void aDelimiterWithNothingBehindItIsTheCharacter() {
        var part = part("http://h/a!!!");

        assertThat(part.text()).isEqualTo("http://h/a!!!!");
        assertThat(part.key()).isEqualTo("http://h/a!!");
    }

    /** What a fragment ends with is doubled too, unless it is the one behind the number sign. */
    @ParameterizedTest
    @CsvSource({
        "http://h/a#b!, http://h/a#b!!",
        "http://h/a#b!!!, http://h/a#b!!!!",
        "http://h/a#!, http://h/a#!",
        "http://h/a#!!, http://h/a#!!!",
        "http://h/a#, http://h/a",
        "url:a?b#, url:a?b",
        "url:#, url:"
    })
    void aTextIsKeptSoThatAnItemMayFollow(String text, String written) {
        assertThat(part(text).text()).isEqualTo(written);
    }

    /** Whatever was parsed: with an item behind it, it is the same followed by that. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "!!", "#", "#!", "#!!!", "#!/p", "#!!!p!!", "#f", "#f!!", "#f#", "##"})
    void whatIsParsedMayBeFollowedByAnItem(String fragment) {
        var base = part("http://h/d/e?q");
        for (var url : List.of("http://h", "http://h/a!!", "HTTP://h/a?q", "url:a/b?!!", "url:")) {
            isFollowedByAnItem(part(url + fragment));
            isFollowedByAnItem(part(url + fragment, base));
        }
        for (var relative : List.of("", "a", "./!!a", "?q!!", "//x!!y")) {
            isFollowedByAnItem(found("url:" + relative + fragment, Optional.of(base)).part());
        }
    }

    private static void isFollowedByAnItem(MonikerPart part) {
        var again = found(part.text() + "!item", Optional.empty());

        assertThat(again.part()).as(part.text()).isEqualTo(part);
        assertThat(again.part().text()).isEqualTo(part.text());
        assertThat(again.length()).as(part.text()).isEqualTo(part.text().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!!", "#f", "#!", "#!!!", "#!!!x", "#!/x!!y", "#a!!b", "#a!!"})
    void whatIsJoinedKeepsItsFragment(String fragment) throws BindException {
        var joined = UrlNames.join(part("http://h/#x!!"), part("url:?q" + fragment));

        assertThat(joined)
                .isInstanceOfSatisfying(
                        Joined.One.class,
                        one -> assertThat(one.part().text()).isEqualTo("http://h/?q" + fragment));
    }

    /** The designator is no part of what a base means. */
    @Test
    void whatStandsBesideADesignatedUrlStandsBesideTheUrl() {
        var plain = part("http://h/a/b?c");
        var designated = new MonikerPart("url", plain.key(), "@url:" + plain.text());

        assertThat(part("d#!!!", designated).text()).isEqualTo(part("d#!!!", plain).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!item", "!!item", "!"})
    void whatBeginsAsAnItemIsNoUrl(String text) {
        assertThat(UrlNames.recognize(text, Optional.of(part("http://h/a"))))
                .isEqualTo(Recognition.foreign());
    }

    @ParameterizedTest
    @CsvSource({
        "a!!b, http://h/d/a!!b, http://h/d/a!b",
        "./!!, http://h/d/!!, http://h/d/!",
        "url:!!x, http://h/d/!!x, http://h/d/!x",
        "a!!b#!x, http://h/d/a!!b#!x, http://h/d/a!b",
        "#!/x, http://h/d/e#!/x, http://h/d/e"
    })
    void whatIsResolvedIsWrittenSoThatItIsReadAgain(String text, String written, String key) {
        var found = part(text, part("http://h/d/e"));

        assertThat(found.text()).isEqualTo(written);
        assertThat(found.key()).isEqualTo(key);
        assertThat(part(written)).isEqualTo(found);
    }

    /** A place is one of the text, in which there are more characters than in the name. */
    @ParameterizedTest
    @CsvSource({
        "http://h/!!!!\\x, 13",
        "http://h/!!#!!!\\, 15",
        "http://h/#a!!\\, 13",
        "http://h!!:x/, 11"
    })
    void theDelimitersAreCountedWhereTheTroubleIs(String text, int at) {
        assertThat(malformed(text).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a!b#!c, http://h/a!!b#!c",
        "http://h/a#b!c, http://h/a#b!!c",
        "/a#!b!c, /a#!b!!c",
        "/a#!!x, /a#!!!x",
        "/a#b!, /a#b!!",
        "/a!, /a!!",
        "#!, #!",
        "!a, ./!!a",
        "http://h/a, http://h/a"
    })
    void whatAServerSaysHasNoItems(String location, String written) {
        var base = part("http://h/d/e");

        assertThat(WrittenNames.ofHeader(location)).isEqualTo(written);
        assertThat(part(written, base).text())
                .endsWith(written.substring(written.indexOf('/') + 1));
    }
}
