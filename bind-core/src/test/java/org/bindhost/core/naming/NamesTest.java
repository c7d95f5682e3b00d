package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Asynchrony;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.bindhost.testkit.ScriptedDriver;
import org.junit.jupiter.api.Test;

/** Names, with and without the drivers that understand them, B-03, B-16, B-17. */
class NamesTest {

    private final NamesFixture fixture = new NamesFixture();
    private final DriverRegistry drivers = fixture.drivers;
    private final Names names = fixture.names;

    private void addDriver() {
        var driver = new ScriptedDriver();
        drivers.add(driver, new DriverTraits("script", "a driver", List.of("script"), 0), driver);
    }

    private static Moniker name(String... keys) {
        return new Moniker(
                java.util.Arrays.stream(keys)
                        .map(key -> new MonikerPart("script", key, "script:" + key))
                        .toList());
    }

    @Test
    void parsesWhatADriverRecognises() throws MonikerSyntaxException {
        addDriver();

        var moniker = names.parse("script:a");

        assertThat(moniker).isEqualTo(name("a"));
        assertThat(moniker.displayName()).isEqualTo("script:a");
    }

    /** how much was understood, and the name of that. */
    @Test
    void saysWhatItUnderstoodAndWhatNot() {
        fixture.add(new FormNames("early", "early:[a-z]+"));

        assertThatThrownBy(() -> names.parse("early:a?b"))
                .isInstanceOfSatisfying(
                        MonikerSyntaxException.class,
                        e -> {
                            assertThat(e.understood()).isEqualTo(7);
                            assertThat(e.prefix()).contains(fixture.parse("early:a"));
                            assertThat(e).hasMessageContaining("\"?b\" after \"early:a\"");
                        });
    }

    /** */
    @Test
    void textThatNobodyRecognisesIsUnderstoodNotAtAll() {
        addDriver();

        var parsed = names.examine("nonsense", Optional.empty());

        assertThat(parsed.understood()).isZero();
        assertThat(parsed.moniker()).isEmpty();
        assertThat(parsed.problem().orElseThrow()).contains("nonsense").contains("script");
    }

    @Test
    void emptyAndEndlessTextIsRefused() {
        addDriver();

        assertThat(names.examine("", Optional.empty()).problem()).isPresent();
        assertThat(names.examine("script:" + "a".repeat(10_000), Optional.empty()).problem())
                .isPresent();
    }

    @Test
    void theDriverOfTheHighestRankAnswers() throws MonikerSyntaxException {
        var low = new ScriptedDriver();
        var high = new ScriptedDriver();
        drivers.add(low, new DriverTraits("script", "low", List.of(), 0), low);
        drivers.add(high, new DriverTraits("script", "high", List.of(), 10), high);

        assertThat(names.examine("script:a", Optional.empty()).steps().get(0).driver())
                .isEqualTo("high");
        drivers.remove(high);
        assertThat(names.examine("script:a", Optional.empty()).steps().get(0).driver())
                .isEqualTo("low");
    }

    @Test
    void aDriverThatMisnamesItselfIsListedAsFailed() {
        var driver = new ScriptedDriver();
        drivers.add(driver, new DriverTraits("other", "a driver", List.of(), 0), driver);

        assertThat(drivers.find("other")).isEmpty();
        assertThat(drivers.snapshots())
                .filteredOn(snapshot -> snapshot.monikerClass().equals("other"))
                .singleElement()
                .satisfies(
                        s -> assertThat(s.failure().orElseThrow()).contains("calls itself script"));
    }

    @Test
    void asynchronyIsUnknownWithoutTheDriver() {
        assertThat(names.isAsynchronous(name("a"))).isEqualTo(Asynchrony.UNKNOWN);
        addDriver();
        assertThat(names.isAsynchronous(name("a"))).isEqualTo(Asynchrony.ASYNCHRONOUS);
    }
}
