package org.bindhost.core.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.moniker.MonikerSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names saved and loaded while nobody understands them: B-25. */
class SavedNamesTest {

    private final Names names = new NamesFixture().names;

    @Test
    void aNameIsLoadedAsItWasSavedWithoutItsClass() throws MonikerSyntaxException {
        var name =
                new Moniker(
                        List.of(
                                new MonikerPart("absent", "k;e\\y\u0000", "Té\uD83D\uDE00xt; \n"),
                                new MonikerPart("a;b", "\uD800", "")));

        var loaded = names.load(names.save(name));

        assertThat(loaded).isEqualTo(name).hasSameHashCodeAs(name);
        assertThat(loaded.displayName()).isEqualTo(name.displayName());
    }

    @Test
    void whatIsSavedIsPrintable() {
        var name = Moniker.of(new MonikerPart("c", "k\u0007ä", "\u202E"));

        assertThat(names.save(name)).isEqualTo("moniker:1:1;c;k\\u0007\\u00E4;\\u202E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://host/",
                "moniker:2:1;c;k;t",
                "moniker:1:",
                "moniker:1:0",
                "moniker:1:1;c;k",
                "moniker:1:2;c;k;t",
                "moniker:1:1;c;k;t;",
                "moniker:1:01;c;k;t",
                "moniker:1:1;;k;t",
                "moniker:1:1;c;;t",
                "moniker:1:1;c;k;t\\",
                "moniker:1:1;c;k;\\u12",
                "moniker:1:1;c;k;\\uXYZW",
                "moniker:1:1;c;k;\\x"
            })
    void whatWasNotSavedIsNotLoaded(String text) {
        assertThatThrownBy(() -> names.load(text)).isInstanceOf(MonikerSyntaxException.class);
    }

    @Test
    void moreThanANameHoldsIsNotLoaded() {
        var parts = "moniker:1:65" + ";c;k;t".repeat(65);

        assertThatThrownBy(() -> names.load(parts)).hasMessageContaining("64 parts");
        assertThatThrownBy(() -> names.load("moniker:1:1;c;k;" + "t".repeat(9_000_000)))
                .hasMessageContaining("longer");
    }

    /** A name that is typed cannot choose its class and key: only {@code load} reads this form. */
    @Test
    void theSavedFormIsNoDisplayName() {
        assertThatThrownBy(() -> names.parse("moniker:1:1;file;/etc/passwd;x"))
                .isInstanceOf(MonikerSyntaxException.class);
    }
}
