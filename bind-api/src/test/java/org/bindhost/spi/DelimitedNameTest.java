package org.bindhost.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a name ends and its item begins. */
class DelimitedNameTest {

    @ParameterizedTest
    @CsvSource({
        "a, a, a, 1",
        "a!b, a, a, 1",
        "a!b!c, a, a, 1",
        "a!!b, a!!b, a!b, 4",
        "a!!b!c, a!!b, a!b, 4",
        "a!!!b, a!!, a!, 3",
        "a!, a!!, a!, 2",
        "a!!, a!!, a!, 3",
        "a!!!, a!!!!, a!!, 4",
        "!b, '', '', 0",
        "!!b, !!b, !b, 3"
    })
    void aNameEndsAtItsFirstDelimiter(String text, String written, String name, int length) {
        assertThat(DelimitedName.of(text)).isEqualTo(new DelimitedName(written, name, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a!", "!", "a!!b", "!!!", ""})
    void whatIsWrittenIsReadToItsEnd(String name) {
        var written = DelimitedName.write(name);

        assertThat(DelimitedName.of(written))
                .isEqualTo(new DelimitedName(written, name, written.length()));
    }

    @Test
    void whatIsWrittenMayBeFollowedByAnItem() {
        var read = DelimitedName.of(DelimitedName.write("a!") + "!item");

        assertThat(read.name()).isEqualTo("a!");
        assertThat(read.length()).isEqualTo(3);
    }

    @Test
    void theEndsOfATextAreThoseOfItsNames() {
        assertThat(DelimitedName.ends("a!!b!c!!!d", 0, 9)).containsExactly(4, 8, 10);
        assertThat(DelimitedName.ends("!a!b", 0, 9)).containsExactly(2, 4);
        assertThat(DelimitedName.ends("a!b!c!d", 1, 2)).containsExactly(3, 5);
    }
}
