package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.generators.Generate.oneOf;
import static org.quicktheories.generators.Generate.pick;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.moniker.ParsedName;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for any text that is parsed, and any name that is written: A-03, A-05, B-25. */
class TextLawsTest {

    private final Names names = AnyNames.fixture().names;

    /** Texts that are names, or nearly. */
    private static Gen<String> texts() {
        Gen<String> tokens =
                pick(
                        List.of(
                                "", "path:", "/a", "!", "!!", "\\..", "@path:", "@form:", "@anti:",
                                "@item:", "form:", "in:a", "@entry:", "!in:", "!form:a", "b", "!x",
                                "%21", "%", "@", "path:/a", ".."));
        Gen<String> pieces = oneOf(tokens, tokens, AnyNames.texts(0, 2));
        return lists().of(pieces).ofSizeBetween(1, 10).map(t -> String.join("", t));
    }

    /** Names that a text is written for: a head, and items. */
    private static Gen<Moniker> readable() {
        var head = oneOf(AnyNames.paths(), AnyNames.forms());
        var items = lists().of(oneOf(AnyNames.items(), AnyNames.entries())).ofSizeBetween(0, 5);
        return head.zip(items, TextLawsTest::name).describedAs(SavedNames::save);
    }

    private static Moniker name(MonikerPart head, List<MonikerPart> items) {
        return new Moniker(Stream.concat(Stream.of(head), items.stream()).toList());
    }

    /** A-03. */
    @Test
    void aTextIsUnderstoodToItsEndOrAsFarAsItIsSaid() {
        Law.holds(
                texts(),
                text -> {
                    var parsed = names.examine(text, Optional.empty());

                    assertThat(parsed.text()).isEqualTo(text);
                    assertThat(parsed.understood()).isBetween(0, text.length());
                    assertThat(parsed.problem().isEmpty())
                            .isEqualTo(!text.isEmpty() && parsed.understood() == text.length());
                    assertThat(parsed.moniker().isPresent()).isEqualTo(parsed.understood() > 0);
                });
    }

    /** A-03: what was understood is a name by itself. */
    @Test
    void theUnderstoodPartOfATextIsAName() {
        Law.holds(
                texts(),
                text -> {
                    var parsed = names.examine(text, Optional.empty());
                    if (parsed.moniker().isPresent()) {
                        String head = text.substring(0, parsed.understood());

                        assertThat(names.parse(head)).isEqualTo(parsed.moniker().get());
                    }
                });
    }

    /** A-03. */
    @Test
    void aFailureSaysAsMuchAsAnExamination() {
        Law.holds(
                texts(),
                text -> {
                    var parsed = names.examine(text, Optional.empty());
                    try {
                        assertThat(Optional.of(names.parse(text))).isEqualTo(parsed.moniker());
                    } catch (MonikerSyntaxException e) {
                        assertThat(e.understood()).isEqualTo(parsed.understood());
                        assertThat(e.prefix()).isEqualTo(parsed.moniker());
                        assertThat(Optional.of(e.getMessage())).isEqualTo(parsed.problem());
                    }
                });
    }

    /** A-05: with a base too, since what it gives is written in full. */
    @Test
    void aNameIsReadAgainAsItWasWritten() {
        Law.holds(
                texts(),
                readable(),
                (text, base) -> {
                    assertIsReadAgain(names.examine(text, Optional.empty()));
                    if (isVisible(base)) {
                        assertIsReadAgain(names.examine(text, Optional.of(base)));
                    }
                });
    }

    private void assertIsReadAgain(ParsedName parsed) throws MonikerSyntaxException {
        if (parsed.moniker().isPresent()) {
            var read = parsed.moniker().get();
            var again = names.parse(read.displayName());

            assertThat(again).isEqualTo(read);
            assertThat(again.displayName()).isEqualTo(read.displayName());
        }
    }

    private static boolean isVisible(Moniker name) {
        return NameText.problem(name.displayName()).isEmpty();
    }

    /** A-05: what is written by us is written as it is read. */
    @Test
    void theTextOfANameIsThatName() {
        Law.holds(
                readable(),
                name -> {
                    String text = name.displayName();
                    if (isVisible(name)) {
                        var parsed = names.examine(text, Optional.empty());

                        assertThat(parsed.problem()).isEmpty();
                        assertThat(parsed.moniker()).contains(name);
                        assertThat(parsed.moniker().map(Moniker::displayName)).contains(text);
                    }
                });
    }

    /** A problem is shown to people, and so has nothing in it that they cannot see. */
    @Test
    void messagesShowNothingThatCannotBeSeen() {
        Law.holds(
                texts(),
                text -> {
                    var parsed = names.examine(text, Optional.empty());

                    parsed.problem().ifPresent(TextLawsTest::assertVisible);
                    parsed.warnings().forEach(TextLawsTest::assertVisible);
                    parsed.steps().stream()
                            .map(ParsedName.Step::missing)
                            .flatMap(Optional::stream)
                            .forEach(TextLawsTest::assertVisible);
                });
    }

    private static void assertVisible(String message) {
        assertThat(NameText.problem(message)).as(message).isEmpty();
    }

    /** B-25. */
    @Test
    void aSavedNameIsLoadedAsItWas() {
        Law.holds(
                AnyNames.chains(oneOf(AnyNames.strangers(), AnyNames.parts())),
                name -> {
                    String saved = names.save(name);
                    var loaded = names.load(saved);

                    assertThat(saved).matches("[ -~]+");
                    assertThat(loaded).isEqualTo(name).hasSameHashCodeAs(name);
                    assertThat(loaded.displayName()).isEqualTo(name.displayName());
                    assertThat(names.save(loaded)).isEqualTo(saved);
                });
    }
}
