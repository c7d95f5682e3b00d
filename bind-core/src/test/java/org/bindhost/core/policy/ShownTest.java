package org.bindhost.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in logs. */
class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "http://host/a, http://host/a",
        "http://me:secret@host/a, http://host/a",
        "http://a@b@host/@c, http://host/@c",
        "http://host/a?key=secret, http://host/a?...",
        "http://host/a#token, http://host/a?...",
        "file:/a@b, file:/a@b",
    })
    void aNameIsShownWithoutSecrets(String name, String shown) {
        assertThat(Shown.name(name)).isEqualTo(shown);
    }

    @Test
    void aNameIsOneLineAndNotWithoutEnd() {
        assertThat(Shown.name("http://h/\nWARNING: fake\u202e"))
                .isEqualTo("http://h/\\u000aWARNING: fake\\u202e");
        assertThat(Shown.name("x".repeat(10_000))).hasSizeLessThan(600);
    }

    @Test
    void aMessageIsShownWithoutCredentials() {
        assertThat(Shown.message("GET http://me:secret@host/a: no"))
                .isEqualTo("GET http://host/a: no");
    }
}
