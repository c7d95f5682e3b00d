package org.bindhost.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

    @Test
    void whatCannotBeSeenIsWrittenAsItIsInJson() {
        assertThat(Shown.text("a\u001b[2J\u009b2J\u007f\u202e\u2028\u2029\ufeff\u3164"))
                .isEqualTo("a\\u001b[2J\\u009b2J\\u007f\\u202e\\u2028\\u2029\\ufeff\\u3164");
        assertThat(Shown.text("\ud800 \ue000 \udb40\udc41"))
                .isEqualTo("\\ud800 \\ue000 \\udb40\\udc41");
    }

    @Test
    void joinersAndLettersOfAllScriptsAreLeft() {
        String faces = "\ud83d\udc69\u200d\ud83d\udcbb \u0646\u200c\u0647 \u4e2d\u00e9";

        assertThat(Shown.text(faces)).isEqualTo(faces);
    }

    @Test
    void aLongNameIsCutInTheMiddle() {
        assertThat(Shown.name("http://h/" + "d".repeat(100_000) + "/end"))
                .hasSize(200)
                .startsWith("http://h/ddd")
                .contains("d...d")
                .endsWith("d/end");
    }

    @Test
    void cuttingSplitsNoCharacter() {
        String faces = "\ud83d\udc69".repeat(200);

        assertThat(Shown.cell(faces)).doesNotContain("\\u").hasSizeBetween(195, 200);
        assertThat(Shown.cell("a" + faces)).matches("a(\ud83d\udc69)+\\.\\.\\.(\ud83d\udc69)+");
    }

    @Test
    void aLongMessageIsCutWhateverItHolds() {
        assertThat(Shown.line("no " + "x".repeat(100_000))).hasSize(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:secret@host/x, https://user:***@host/x",
        "https://user:s@cret@host/x, https://user:***@host/x",
        "https://:secret@host, https://:***@host",
        "//user:secret@host, //user:***@host",
        "https:\\\\user:my secret@host, https:\\\\user:***@host",
        "https://host:80/a@b, https://host:80/a@b",
        "https://host/?q=//a:b@c, https://host/?q=//a:b@c",
        "https:user:secret@host, https:user:***@host",
        "https:/user:secret@host, https:/user:***@host",
        "file:a:b@c, file:a:b@c",
        "mailto:a@b, mailto:a@b",
    })
    void aPasswordIsNotShown(String name, String shown) {
        assertThat(Shown.name(name)).isEqualTo(shown);
    }

    @Test
    void aMessageShowsNoPasswordEither() {
        assertThat(Shown.line("https://u:p w@h/", "GET https://u:p w@h/: no, try http://u:q@i/"))
                .isEqualTo("https://u:***@h/: GET https://u:***@h/: no, try http://u:***@i/");
    }

    @Test
    void aMessageShowsNoPasswordOfWhatIsNoName() {
        assertThat(Shown.line("no verb get\"https:u:p@h\""))
                .isEqualTo("no verb get\"https:u:***@h\"");
    }

    @Test
    void lookingForPasswordsTakesNoTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    Shown.line("aa:aa:".repeat(100_000), " aa:aa".repeat(100_000));
                    Shown.line("\"aa:".repeat(100_000), "://a".repeat(100_000));
                    Shown.line("x.".repeat(100_000), "://:a".repeat(100_000));
                });
    }

    @Test
    void aMessageThatBeginsWithTheNameIsNotGivenItTwice() {
        assertThat(Shown.line("a:[", "\"a:[\" has a bracket")).isEqualTo("\"a:[\" has a bracket");
    }
}
