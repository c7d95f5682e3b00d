package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.url.Named.malformed;
import static org.bindhost.url.Named.part;

import java.util.Optional;
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
        "http://h/#a!!b!c, http://h/#a!!b!c, http://h/",
        "http://h/a!!b#!x!!y, http://h/a!!b#!x!!y, http://h/a!b",
        "http://h/a!i#x, http://h/a, http://h/a",
        "http://h!i, http://h, http://h/",
        "http://a!!b/!i, http://a!!b/, http://a!b/",
        "http://[::1]!i, http://[::1], http://[::1]/",
        "http://u!!v@h/!i, http://u!!v@h/, http://u!v@h/",
        "url:../a!i, url:../a, url:../a",
        "url:!i, url:, url:"
    })
    void aUrlEndsWhereAnItemBegins(String text, String written, String key) {
        var found = Named.found(text, Optional.empty());

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
    @CsvSource({"http://h/!!!!\\x, 13", "http://h/!!#!!\\, 14", "http://h!!:x/, 11"})
    void theDelimitersAreCountedWhereTheTroubleIs(String text, int at) {
        assertThat(malformed(text).at()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/a!b#!c, http://h/a!!b#!c",
        "/a!, /a!!",
        "#!, #!",
        "!a, ./!!a",
        "http://h/a, http://h/a"
    })
    void whatAServerSaysHasNoItems(String location, String written) {
        assertThat(WrittenNames.ofHeader(location)).isEqualTo(written);
    }
}
