package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as systems write them, on whatever system this runs. */
class PlainNameTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "/, /",
                "/a/b.txt, /a/b.txt",
                "/a/./b/../c, /a/c",
                "/../../a, /a",
                "/a//b/, /a/b",
                "//a, /a",
                "//server/share/x, /server/share/x",
                "/a b, /a b",
                "/100%, /100%",
                "/%41, /%41",
                "/a\\b, /a\\b",
                "/C:/a, /C:/a",
                "/NUL, /NUL",
                "/a./b , /a./b",
                "/Ä, /Ä",
                "/\uD83D\uDE00, /\uD83D\uDE00",
                "/.../..a, /.../..a",
            })
    void readsPosixNames(String name, String key) throws Exception {
        assertThat(PlainName.absolute(name)).returns(Root.POSIX, FilePath::root);
        assertThat(PlainName.absolute(name).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\a, C:\\a",
        "C:/a, C:\\a",
        "c:/a\\b/, c:\\a\\b",
        "C:\\, C:\\",
        "C:\\..\\..\\a\\.\\b, C:\\a\\b",
        "C:\\a b!%.txt, C:\\a b!%.txt",
    })
    void readsDrives(String name, String key) throws Exception {
        assertThat(PlainName.absolute(name).root().form()).isEqualTo(Form.DRIVE);
        assertThat(PlainName.absolute(name).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "\\\\server\\share\\x, \\\\server\\share\\x",
        "\\\\server/share/x/, \\\\server\\share\\x",
        "\\\\server\\share, \\\\server\\share",
        "\\\\server\\share\\, \\\\server\\share",
        "\\\\server\\C$\\..\\..\\x, \\\\server\\C$\\x",
    })
    void readsShares(String name, String key) throws Exception {
        assertThat(PlainName.absolute(name).root().form()).isEqualTo(Form.SHARE);
        assertThat(PlainName.absolute(name).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "c:a, 2, is relative to the current directory of a drive",
        "C:, 2, is relative to the current directory of a drive",
        "\\\\?\\C:\\a, 2, is a name of a device; and not of a file",
        "\\\\.\\PIPE\\a, 2, is a name of a device; and not of a file",
        "\\\\, 2, names a server and a share; and one of them is missing",
        "\\\\server, 8, names a server and a share; and one of them is missing",
        "\\\\server\\, 9, names a server and a share; and one of them is missing",
        "\\\\server\\\\x, 9, names a server and a share; and one of them is missing",
        "\\\\se:ver\\x, 2, has a ':'; which no Windows name may have",
        "\\\\server\\..\\x, 9, has a component that ends in a dot or a space; as on Windows none does",
        "C:\\a\\NUL, 5, names the device NUL of Windows",
        "C:\\a?\\b, 3, has a '?'; which no Windows name may have",
        "C:\\a\\b:stream, 5, has a ':'; which no Windows name may have",
    })
    void saysWhatIsWrongWithANameOfWindows(String name, int at, String problem) {
        assertThatExceptionOfType(MalformedName.class)
                .isThrownBy(() -> PlainName.absolute(name))
                .withMessage(problem.replace(';', ','))
                .returns(at, MalformedName::at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON", "con", "Aux", "nul.txt", "PRN.a.b", "COM1", "lpt9", "COM\u00b9", "CON .txt",
                "CONIN$", "conout$", "a.", "a ", "...", "a<b", "a|b", "a\"b", "a*b",
            })
    void refusesWhatWindowsTakesForSomethingElse(String name) {
        assertThat(WindowsName.problem(name)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONSOLE", "a.con", "COM", "COM10", "LPT", ".a", "a .b", "nul_", "日本"})
    void takesWhatOnlyLooksLikeADevice(String name) {
        assertThat(WindowsName.problem(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\0b", "/a\nb", "/a\u007f", "/a\u0085", "C:\\a\tb", "\\\\s\\h\\\r"})
    void refusesControlCharacters(String name) {
        assertThatExceptionOfType(MalformedName.class)
                .isThrownBy(() -> PlainName.absolute(name))
                .withMessage("has a control character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\uD83D", "/a\uDE00b", "/\uD83Dx"})
    void refusesHalfACharacter(String name) {
        assertThatExceptionOfType(MalformedName.class)
                .isThrownBy(() -> PlainName.absolute(name))
                .withMessage("has half a character");
    }

    /** A letter with an accent is another name than the letter and the accent. */
    @Test
    void comparesUnicodeAsItIsWritten() throws Exception {
        assertThat(PlainName.absolute("/\u00e9").key(true))
                .isNotEqualTo(PlainName.absolute("/e\u0301").key(true));
    }

    @ParameterizedTest
    @CsvSource({
        "/d/doc, a, /d/a",
        "/d/doc, ./a, /d/a",
        "/d/doc, ../../../a, /a",
        "/d/doc/, a, /d/doc/a",
        "/d/doc/, .., /d",
        "/d/doc/., a, /d/doc/a",
        "/d/doc, b\\a, /d/b\\a",
        "/d/doc, \\a, /d/\\a",
        "/, a, /a",
        "C:\\d\\doc, a/b\\c, C:\\d\\a\\b\\c",
        "C:\\d\\doc, ..\\..\\a, C:\\a",
        "C:\\d\\doc\\, a, C:\\d\\doc\\a",
        "C:\\d\\doc, \\a, C:\\a",
        "\\\\s\\h\\doc, ..\\..\\a, \\\\s\\h\\a",
        "\\\\s\\h, a, \\\\s\\h\\a",
        "\\\\s\\h\\d\\doc, \\a, \\\\s\\h\\a",
    })
    void readsNamesBesideAnother(String base, String name, String key) throws Exception {
        var path = PlainName.relative(name, PlainName.absolute(base));

        assertThat(path.key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a/b/, /a/b/",
        "/a/b/.., /a/",
        "/a/., /a/",
        "/, /",
        "c:/a/, c:\\a\\",
        "C:/, C:\\",
        "\\\\s/h/, \\\\s\\h",
        "\\\\s/h/a/, \\\\s\\h\\a\\",
    })
    void isWrittenInTheOneWayOfItsForm(String name, String text) throws Exception {
        var path = PlainName.absolute(name);

        assertThat(path).hasToString(text);
        assertThat(PlainName.absolute(text)).isEqualTo(path);
    }
}
