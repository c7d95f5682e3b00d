package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.MonikerPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are written as on Unix")
class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b.txt, /a/b.txt",
        "/a/./b/../c, /a/c",
        "/../../a, /a",
        "/a//b/, /a/b",
        "/a b, /a b",
        "/100%, /100%",
        "file:/a/b, /a/b",
        "file:///a/b, /a/b",
        "FILE:/a, /a",
        "file://localhost/a, /a",
        "file://LocalHost/a, /a",
        "file:///a%20b, /a b",
        "file:///a b, /a b",
        "file:///%41, /A",
        "file:///a%2Fb, /a/b",
        "file:///a/%2e%2e/b, /b",
        "file:///%2E%2E/%2E%2E/b, /b",
        "file:///100%25, /100%",
        "file:///%C3%BC, /ü",
        "file:///ü, /ü",
        "file:////host/a, /host/a",
    })
    void readsAbsoluteNames(String name, String path) {
        assertThat(FileNames.path(name, Optional.empty())).contains(Path.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file://host/a",
                "file://host",
                "file:a",
                "file:",
                "file:///a%",
                "file:///a%2",
                "file:///a%zz",
                "file:///%FF",
                "file:///%00",
                "file:///a%0Ab",
                "file:///a?b",
                "file:///a#b",
                "/a\0b",
                "/a\nb",
                "/a\u007f",
                "a.txt",
                "http://h/a",
                "ab:/c",
                "urn:a",
                "!a",
                "",
            })
    void leavesOtherTextsAlone(String text) {
        assertThat(FileNames.path(text, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/d/doc, a.txt, /d/a.txt",
        "/d/doc, ./a.txt, /d/a.txt",
        "/d/doc, ../a.txt, /a.txt",
        "/d/doc, ../../../a.txt, /a.txt",
        "/d/doc/, a.txt, /d/doc/a.txt",
        "/d/doc/, .., /d",
        "/d/doc, a%20b, /d/a%20b",
        "file:///d/doc, a%20b, /d/a b",
        "file:///d/doc, %2e%2e/a, /a",
        "/d/doc, /x/a, /x/a",
        "/, a, /a",
        "/d/doc, C:a, /d/C:a",
    })
    void readsNamesRelativeToAFile(String left, String name, String path) {
        assertThat(FileNames.path(name, Optional.of(part(left)))).contains(Path.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2Fetc", "a?b", "a%", "ab:c", "!a"})
    void leavesOtherTextsBesideAFileUriAlone(String text) {
        assertThat(FileNames.path(text, Optional.of(part("file:///d/doc")))).isEmpty();
    }

    /** In a document on a server, "/a" is a name of that server. */
    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "/a.txt", "../a"})
    void leavesNamesRelativeToAnotherClassAlone(String text) {
        var url = new MonikerPart("url", "http://h/d", "http://h/d");

        assertThat(FileNames.path(text, Optional.of(url))).isEmpty();
        assertThat(FileNames.path("file:///a", Optional.of(url))).contains(Path.of("/a"));
    }

    @Test
    void namesOfOneFileHaveOneKey() {
        var plain = FileNames.path("/a/b c", Optional.empty()).orElseThrow();
        var encoded = FileNames.path("file://localhost/x/../a/b%20c", Optional.empty());

        assertThat(encoded.map(FileNames::key)).contains(FileNames.key(plain));
    }

    @Test
    void aKeyFromElsewhereIsNotTrusted() throws Exception {
        assertThat(FileNames.pathOfKey(new MonikerPart("file", "/a/../b", "x")))
                .isEqualTo(Path.of("/b"));
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> FileNames.pathOfKey(new MonikerPart("file", "a/b", "x")))
                .returns(Reason.SYNTAX, BindException::reason);
    }

    private static MonikerPart part(String text) {
        var path = FileNames.path(text, Optional.empty()).orElseThrow();
        return new MonikerPart("file", FileNames.key(path), text);
    }
}
