package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a name, B-19, B-20, B-23. */
class ItemNamesTest {

    private final NamesFixture fixture = new NamesFixture(new ScriptedDriver());

    /** one part each, and a display name equal to the input. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "script:a!b",
                "script:a!b!c",
                "script:a!!b!c d",
                "script:a!%05Sum!x!!",
                "script:a!%21x"
            })
    void anItemIsAPartOfItsOwn(String text) {
        Moniker moniker = fixture.parse(text);

        assertThat(moniker.displayName()).isEqualTo(text);
        assertThat(moniker.parts().get(0).monikerClass()).isEqualTo("script");
        assertThat(moniker.parts().stream().skip(1))
                .isNotEmpty()
                .allMatch(part -> part.monikerClass().equals("item"));
    }

    @ParameterizedTest
    @CsvSource({
        "script:a!b, b",
        "script:a!B, b",
        "script:a!b!!c, b!c",
        "script:a!b%21c, b!c",
        "script:a!100%, 100%",
        "script:a!100%25, 100%",
        "script:a!x!, x!",
        "script:a! b, ' b'",
        "script:a!caf%C3%A9, café",
        "script:a!%FF, %ff"
    })
    void theKeyOfAnItemIsItsNameInOneForm(String text, String key) {
        assertThat(fixture.parse(text).last().key()).isEqualTo(key);
    }

    /** B-19, B-20. */
    @Test
    void neitherCaseNorDelimiterDistinguishesItems() {
        var item = fixture.parse("script:a!Name").last();

        assertThat(new MonikerPart("item", "name", "&NAME")).isEqualTo(item);
        assertThat(Moniker.of(item)).isEqualTo(fixture.names.item("nAME"));
        assertThat(fixture.names.item("\uD801\uDC00"))
                .isEqualTo(fixture.names.item("\uD801\uDC28"));
    }

    @Test
    void anItemWithoutANameIsNone() {
        fixture.add(new FormNames("form", "form:"));

        var parsed = fixture.names.examine("form:!!b", Optional.empty());

        assertThat(parsed.problem())
                .contains("\"!!b\" after \"form:\" has an item without a name, at character 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a!b",
                "!",
                "100%",
                "%41",
                "\u0005Summary",
                "ÄÖ ü",
                "\u202Ea",
                "\u2028",
                "%C3"
            })
    void theNameOfAnItemIsWrittenSoThatItIsReadAgain(String name) {
        var composed = NamesFixture.chain(fixture.parse("script:a"), fixture.names.item(name));

        assertThat(fixture.parse(composed.displayName())).isEqualTo(composed);
    }

    /** A mark of exclamation at the end is the character, and stays one when an item follows. */
    @Test
    void whatFollowsALastExclamationMarkIsAnItem() {
        var open = fixture.parse("script:a!b!");

        var composed = NamesFixture.chain(open, fixture.names.item("c"));

        assertThat(open.displayName()).isEqualTo("script:a!b!!");
        assertThat(fixture.parse(composed.displayName())).isEqualTo(composed);
    }

    @Test
    void anItemOfNothingIsNoName() {
        var parsed = fixture.names.examine("!b", Optional.empty());

        assertThat(parsed.understood()).isZero();
        assertThat(parsed.problem()).isPresent();
    }

    /** the class to the left is asked first, others by rank, and {@code item} at last. */
    @Test
    void whatStandsToTheLeftIsAskedFirst() {
        fixture.add(new FormNames("high", "(high:|!)[a-z]+"), 10);
        fixture.add(new FormNames("low", "(low:|!)[a-z0-9]+"), 1);

        assertThat(classes("low:a!b")).containsExactly("low", "low");
        assertThat(classes("script:a!b")).containsExactly("script", "high");
        assertThat(classes("script:a!7")).containsExactly("script", "low");
        assertThat(classes("script:a!Z!b")).containsExactly("script", "item", "high");
    }

    private List<String> classes(String text) {
        return fixture.parse(text).parts().stream().map(MonikerPart::monikerClass).toList();
    }

    @Test
    void sixtyFourPartsAreANameAndOneMoreIsNot() {
        var most = "script:a" + "!b".repeat(63);

        assertThat(fixture.parse(most).parts()).hasSize(64);
        assertThat(fixture.names.examine(most + "!b", Optional.empty()).problem())
                .hasValueSatisfying(p -> assertThat(p).contains("at most 64 parts"));
    }

    @Test
    void saysWhatAnItemLacks() {
        var lacking = fixture.names.examine("script:a!b", Optional.empty());
        fixture.running.add(fixture.parse("script:a"));
        var running = fixture.names.examine("script:a!b", Optional.empty());

        assertThat(lacking.steps().get(1).missing())
                .hasValueSatisfying(m -> assertThat(m).contains("nothing runs as script:a"));
        assertThat(running.steps()).extracting(Step::missing).containsOnly(Optional.empty());
    }
}
