package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are hostile: length, and characters that cannot be seen or look like others. */
class NameTextTest {

    private final NamesFixture fixture = new NamesFixture(new ScriptedDriver());

    @ParameterizedTest
    @CsvSource({
        "0, U+0000",
        "7, U+0007",
        "10, U+000A",
        "127, U+007F",
        "133, U+0085",
        "8203, U+200B",
        "8206, U+200E",
        "8238, U+202E",
        "8294, U+2066",
        "65279, U+FEFF",
        "65534, U+FFFE",
        "55296, U+D800",
        "56320, U+DC00"
    })
    void aCharacterThatCannotBeSeenIsRefusedWithItsPlace(int character, String code) {
        var parsed = fixture.names.examine("script:a" + (char) character, Optional.empty());

        assertThat(parsed.understood()).isZero();
        assertThat(parsed.problem().orElseThrow()).contains(code).contains("character 9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä", "日本", "👩‍💻", "a b", "𝔸", "می‌خواهم"})
    void whatSomeScriptsNeedIsANameLikeAnyOther(String name) {
        var parsed = fixture.names.examine("script:" + name, Optional.empty());

        assertThat(parsed.problem()).isEmpty();
        assertThat(parsed.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ǃ, U+01C3, '!'", "！, U+FF01, '!'", "∕, U+2215, /", "：, U+FF1A, :"})
    void whatLooksLikeADelimiterIsPointedOut(String letter, String code, String like) {
        var parsed = fixture.names.examine("script:a" + letter + "b", Optional.empty());

        assertThat(parsed.moniker().orElseThrow().parts()).hasSize(1);
        assertThat(parsed.warnings())
                .containsExactly(code + " at character 9 looks like '" + like + "' and is not");
    }

    @Test
    void aLetterIsPointedOutOnceHoweverOftenItComes() {
        var parsed =
                fixture.names.examine("script:a" + "\uFF01\u2215".repeat(4000), Optional.empty());

        assertThat(parsed.problem()).isEmpty();
        assertThat(parsed.warnings()).hasSize(2);
    }

    @Test
    void messagesShowNothingInvisibleAndNoEndlessText() {
        var bell = fixture.names.examine("x\u0007", Optional.empty()).problem().orElseThrow();
        var long8000 = fixture.names.examine("x".repeat(8000), Optional.empty());

        assertThat(bell).doesNotContain("\u0007");
        assertThat(long8000.problem().orElseThrow()).hasSizeLessThan(400);
    }
}
