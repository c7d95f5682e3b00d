package org.bindhost.moniker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Monikers as values: B-01, B-03, B-19, B-23. */
class MonikerTest {

    private static final MonikerPart URL = new MonikerPart("url", "http://h/", "HTTP://H");
    private static final MonikerPart ITEM = new MonikerPart("item", "a", "!a");

    /** B-19: the text is for people. */
    @Test
    void equalityIsClassAndKey() {
        var written = new MonikerPart("url", "http://h/", "http://h:80/");

        assertThat(Moniker.of(written))
                .isEqualTo(Moniker.of(URL))
                .hasSameHashCodeAs(Moniker.of(URL));
        assertThat(new MonikerPart("file", "http://h/", "x")).isNotEqualTo(URL);
        assertThat(new MonikerPart("url", "http://i/", "x")).isNotEqualTo(URL);
    }

    /** B-23. */
    @Test
    void theDisplayNameIsThatOfItsParts() {
        assertThat(new Moniker(List.of(URL, ITEM))).hasToString("HTTP://H!a");
    }

    @Test
    void whatStandsToTheLeftOfTheLastPart() {
        var composite = new Moniker(List.of(URL, ITEM));

        assertThat(composite.isComposite()).isTrue();
        assertThat(composite.last()).isEqualTo(ITEM);
        assertThat(composite.left()).contains(Moniker.of(URL));
        assertThat(Moniker.of(URL).left()).isEmpty();
    }

    @Test
    void thereIsNoMonikerOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Moniker(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MonikerPart("url", "", "x"));
    }
}
