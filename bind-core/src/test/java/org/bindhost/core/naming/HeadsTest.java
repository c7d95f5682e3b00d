package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.ParsedName.Step;
import org.bindhost.spi.DisplayNameParser;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;

/** Who recognises the head of a name: A-02, A-04, A-08. */
class HeadsTest {

    private final NamesFixture fixture = new NamesFixture();

    private static DisplayNameParser alias(String alias, Moniker moniker) {
        return (text, base) ->
                text.startsWith(alias)
                        ? Optional.of(new DisplayNameParser.Head(moniker, alias.length()))
                        : Optional.empty();
    }

    /** A-02: the order is the rank, for parsers and classes alike. */
    @Test
    void whoRanksHigherIsAskedFirst() {
        fixture.add(new FormNames("form", "a:[a-z]+"), 100);
        var home = NamesFixture.part("script", "home");
        fixture.parsers.add("low", "low", 99, alias("a:home", home));
        assertThat(fixture.parse("a:home").last().monikerClass()).isEqualTo("form");

        fixture.parsers.add("high", "high", 101, alias("a:home", home));
        assertThat(fixture.parse("a:home")).isEqualTo(home);

        fixture.parsers.remove("high");
        assertThat(fixture.parse("a:home").last().monikerClass()).isEqualTo("form");
    }

    @Test
    void aParserIsNamedAsWhoClaimsTheName() {
        var composite = NamesFixture.chain(NamesFixture.part("script", "a"), fixture.items("b"));
        fixture.parsers.add("key", "aliases", 0, alias("home", composite));

        var parsed = fixture.names.examine("home!c", Optional.empty());

        assertThat(parsed.steps())
                .extracting(Step::driver)
                .containsExactly("aliases", "aliases", "org.bindhost.core");
        assertThat(parsed.moniker()).contains(NamesFixture.chain(composite, fixture.items("c")));
    }

    @Test
    void aParserThatThrowsHidesNoOther() {
        fixture.add(new ScriptedDriver());
        fixture.parsers.add(
                "key",
                "broken",
                10,
                (text, base) -> {
                    throw new IllegalStateException("planned by the test");
                });

        assertThat(fixture.parse("script:a").displayName()).isEqualTo("script:a");
    }

    /** A-08. */
    @Test
    void aDesignatorSaysWhichClassToAsk() {
        fixture.add(new FormNames("first", "x:[a-z]+"), 10);
        fixture.add(new FormNames("second", "x:[a-z]+"));

        var plain = fixture.parse("x:a");
        var designated = fixture.parse("@second:x:a");

        assertThat(plain.last().monikerClass()).isEqualTo("first");
        assertThat(designated.last()).isEqualTo(new MonikerPart("second", "x:a", ""));
        assertThat(designated.displayName()).isEqualTo("@second:x:a");
        assertThat(fixture.parse(designated.displayName())).isEqualTo(designated);
    }

    /** A-04. */
    @Test
    void anUnknownDesignatorIsNoName() {
        fixture.add(new PathNames());

        assertThat(problem("@nobody:x:a")).contains("asks for the class nobody, which is absent");
        assertThat(problem("@nobody")).contains("names no class");
        assertThat(problem("@")).contains("names no class");
        assertThat(problem("@:x")).contains("names no class");
        assertThat(problem("@path:x")).contains("begins no name of class path, at character 7");
    }

    private String problem(String text) {
        var parsed = fixture.names.examine(text, Optional.empty());
        assertThat(parsed.understood()).as(text).isZero();
        return parsed.problem().orElseThrow();
    }

    @Test
    void aMalformedNameIsReportedOnlyIfNobodyUnderstandsIt() {
        fixture.add(new PathNames(), 10);
        var parsed = fixture.names.examine("path:/a//b", Optional.empty());
        assertThat(parsed.problem())
                .contains("\"path:/a//b\" has an empty segment, at character 6");

        fixture.add(new FormNames("form", "path:.*"));
        assertThat(fixture.parse("path:/a//b").last().monikerClass()).isEqualTo("form");
    }

    /** A name relative to an item is an item of the same. */
    @Test
    void aNameRelativeToAnItemKeepsWhatStandsToItsLeft() {
        fixture.add(new Entries());
        fixture.add(new ScriptedDriver());
        var base = fixture.parse("script:a!in:b");

        for (var text : List.of("in:c", "@entry:in:c")) {
            var parsed = fixture.names.examine(text, Optional.of(base));

            assertThat(parsed.moniker()).contains(fixture.parse("script:a!in:c"));
            assertThat(parsed.moniker().orElseThrow()).hasToString("script:a!in:c");
            assertThat(parsed.understood()).isEqualTo(text.length());
        }
    }

    /** A class may have names of both kinds. */
    @Test
    void aHeadDoesNotFollowTheBaseEvenIfItsClassHasItems() {
        fixture.add(new FormNames("form", "!?form:[a-z]"));
        var base = fixture.parse("form:a!form:b");

        for (var text : List.of("form:c", "\\..", "form:c!form:d")) {
            assertThat(fixture.names.examine(text, Optional.of(base)).moniker())
                    .contains(fixture.parse(text));
        }
    }
}
