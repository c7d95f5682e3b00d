package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case is put aside in one way everywhere. */
class CaseTest {

    @ParameterizedTest
    @CsvSource({
        "C:\\TEMP\\Title.TXT, c:\\temp\\title.txt",
        "\\\\Server\\Share\\A, \\\\server\\SHARE\\a",
        "C:\\ÄΣ, c:\\äς",
    })
    void doesNotTellNamesOfWindowsApart(String one, String other) throws Exception {
        for (boolean ignoresCase : new boolean[] {true, false}) {
            var platform = new Platform(false, ignoresCase);
            assertThat(platform.key(PlainName.absolute(one)))
                    .isEqualTo(platform.key(PlainName.absolute(other)));
        }
    }

    @Test
    void tellsPosixNamesApartWhereTheSystemDoes() throws Exception {
        var upper = PlainName.absolute("/A");
        var lower = PlainName.absolute("/a");

        var tells = new Platform(false, false);
        var ignores = new Platform(false, true);

        assertThat(tells.key(upper)).isEqualTo("/A").isNotEqualTo(tells.key(lower));
        assertThat(ignores.key(upper)).isEqualTo(ignores.key(lower));
    }

    @Test
    void isTheSameInTurkey() {
        var usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Case.fold("TITLE")).isEqualTo(Case.fold("title")).isEqualTo("title");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void isThatOfEqualsIgnoreCaseAndFoldingAgainChangesNothing() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            var text = String.valueOf(c);
            assertThat(Case.fold(text).equalsIgnoreCase(text)).isTrue();
            assertThat(Case.fold(Case.fold(text))).isEqualTo(Case.fold(text));
        }
    }
}
