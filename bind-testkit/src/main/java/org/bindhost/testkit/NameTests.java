package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.bindhost.bind.BindException;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.DelimitedName;
import org.bindhost.spi.Joined;
import org.bindhost.spi.JoiningMonikerClass;
import org.junit.jupiter.api.Test;

/** Names are values: what they are depends on what is written, and ends where it should. */
abstract class NameTests extends ItemTests {

    @Test
    final void recognizesItsNamesToTheirEnd() {
        for (var name : names()) {
            assertThat(subject().find(name))
                    .as(name)
                    .hasValueSatisfying(
                            found -> {
                                assertThat(found.length()).isEqualTo(name.length());
                                assertThat(found.part().monikerClass())
                                        .isEqualTo(subject().tested().name());
                            });
        }
    }

    @Test
    final void aNameParsedAgainIsEqual() {
        for (var name : names()) {
            var part = subject().part(name);

            assertThat(subject().part(name)).isEqualTo(part);
            assertThat(subject().part(part.text())).isEqualTo(part);
        }
    }

    @Test
    final void leavesForeignNamesAlone() {
        for (var text : foreign()) {
            assertThat(subject().find(text)).as(text).isEmpty();
        }
    }

    @Test
    final void whatItJoinsIsOfItsClass() {
        if (subject().tested() instanceof JoiningMonikerClass joining) {
            for (var left : names()) {
                for (var right : names()) {
                    joinsWithinItsClass(joining, subject().part(left), subject().part(right));
                }
            }
        }
    }

    /** The delimiter once more would be the character itself. */
    @Test
    final void eachNameEndsWhereAnItemBegins() {
        for (var name : names()) {
            if (name.indexOf(DelimitedName.DELIMITER, 1) < 0) {
                assertThat(subject().find(name + "!next"))
                        .as(name)
                        .map(found -> found.length())
                        .contains(name.length());
            }
        }
    }

    private void joinsWithinItsClass(
            JoiningMonikerClass joining, MonikerPart left, MonikerPart right) {
        try {
            if (joining.join(left, right) instanceof Joined.One one) {
                assertThat(one.part().monikerClass()).isEqualTo(subject().tested().name());
            }
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(BindException.Reason.SYNTAX);
        }
    }
}
