package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** URIs of RFC 8089. */
class FileUriTest {

    @ParameterizedTest
    @CsvSource({
        "file:/a/b, /a/b",
        "file:///a/b, /a/b",
        "FILE:/a, /a",
        "file:/, /",
        "file://localhost/a, /a",
        "file://LocalHost/a, /a",
        "file:////a/b, /a/b",
        "file:///a%20b, /a b",
        "file:///a b, /a b",
        "file:///%41, /A",
        "file:///a%2Fb, /a/b",
        "file:///a/%2e%2e/b, /b",
        "file:///%2E%2E/%2E%2E/b, /b",
        "file:///100%25, /100%",
        "file:///%25%34%31, /%41",
        "file:///%C3%BC, /ü",
        "file:///ü, /ü",
        "file:///%F0%9F%98%80, /\uD83D\uDE00",
        "file:///a%21b, /a!b",
        "file:///a%3Fb%23, /a?b#",
        "file:///C%3A/a, /C:/a",
        "file:///C:a, /C:a",
        "file:///a\\b, /a\\b",
    })
    void readsFilesOfPosix(String uri, String key) throws Exception {
        assertThat(FileUri.read(uri).root()).isEqualTo(Root.POSIX);
        assertThat(FileUri.read(uri).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "file:///C:/a, C:\\a",
        "file:/C:/a, C:\\a",
        "file:c:/a, c:\\a",
        "file://localhost/c:/a, c:\\a",
        "file:///C|/a, C:\\a",
        "file:C|/a, C:\\a",
        "file:///C:/, C:\\",
        "file:///C:\\a\\b, C:\\a\\b",
        "file:///C:/a%20b/%2e%2e/c, C:\\c",
        "file:///C:/a%5Cb, C:\\a\\b",
        "file://server/share/a%20b, \\\\server\\share\\a b",
        "file://server/share, \\\\server\\share",
        "file://server.example/C$/../x, \\\\server.example\\C$\\x",
    })
    void readsFilesOfWindows(String uri, String key) throws Exception {
        assertThat(FileUri.read(uri).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "file:a, ./a",
        "file:./a/../b, ./b",
        "file:../x, ../x",
        "file:a/../../x, ../x",
        "file:., ./",
        "file:a/.., ./",
        "file:.., ..",
        "file:a%20b, ./a b",
        "file:a%3Ab, ./a:b",
        "file:c|a, ./c|a",
    })
    void readsRelativeNames(String uri, String key) throws Exception {
        assertThat(FileUri.read(uri).root()).isEqualTo(Root.RELATIVE);
        assertThat(FileUri.read(uri).key(false)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "file:, 5, names no file",
        "file://server, 13, names a machine; and no file of it",
        "file://server/, 14, names a server and a share; and one of them is missing",
        "file://u@h/s/a, 8, has a '@' in the name of a machine",
        "file://h:80/s/a, 7, has a ':'; which no Windows name may have",
        "file://%68/s/a, 7, has a '%' in the name of a machine",
        "file://./s/a, 7, is a name of a device; and not of a file",
        "file://?/C:/a, 7, is a name of a device; and not of a file",
        "file:\\a, 5, has a '\\' where a URI has a '/'",
        "file:c:a, 7, is relative to the current directory of a drive",
        "file:///C:, 10, is relative to the current directory of a drive",
        "file:///a%, 9, has a '%' without two hexadecimal digits behind it",
        "file:///a%2, 9, has a '%' without two hexadecimal digits behind it",
        "file:///a%zz, 9, has a '%' without two hexadecimal digits behind it",
        "file:///a%+1, 9, has a '%' without two hexadecimal digits behind it",
        "file:///a%FF, 9, has encoded bytes that are not UTF-8",
        "file:///%C0%AF, 8, has encoded bytes that are not UTF-8",
        "file:///%C3x%BC, 8, has encoded bytes that are not UTF-8",
        "file:///%ED%A0%80, 8, has encoded bytes that are not UTF-8",
        "file:///%00, 8, has a control character",
        "file:///ab%C3%BC%F0%9F%98%80c%0Ab, 29, has a control character",
        "file:///C:/%61/b%3A, 15, has a ':'; which no Windows name may have",
        "file:///a?b, 9, has a '?' that is not percent-encoded",
        "file:///a#b, 9, has a '#' that is not percent-encoded",
        "file:%2Fetc, 5, begins with an encoded separator",
    })
    void saysWhatIsWrongAndWhere(String uri, int at, String problem) {
        assertThatExceptionOfType(MalformedName.class)
                .isThrownBy(() -> FileUri.read(uri))
                .withMessage(problem.replace(';', ','))
                .returns(at, MalformedName::at);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, file:///a/b",
        "/a/b/, file:///a/b/",
        "/, file:///",
        "/a b, file:///a%20b",
        "/ü, file:///%C3%BC",
        "/100%, file:///100%25",
        "/a?b#c, file:///a%3Fb%23c",
        "/a!b, file:///a%21b",
        "/C:/a, file:///C%3A/a",
        "/a\\b, file:///a%5Cb",
        "c:\\a b, file:///c:/a%20b",
        "C:\\, file:///C:/",
        "\\\\server\\my share\\a, file://server/my%20share/a",
        "\\\\server\\share, file://server/share/",
    })
    void isWrittenEncoded(String name, String uri) throws Exception {
        var path = PlainName.absolute(name);

        assertThat(FileUri.write(path)).isEqualTo(uri);
        assertThat(FileUri.read(uri)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:a",
                "file:a/",
                "file:../../a%20b",
                "file:..",
                "file:.",
                "file:c%3Aa",
                "file:c%7C/a",
                "file:%5Ca"
            })
    void aRelativeNameIsReadAgainAsItIsWritten(String uri) throws Exception {
        var path = FileUri.read(uri);

        assertThat(FileUri.read(FileUri.write(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/ü/#?%!", "/a:b/c", "/-_.~$&'()*+,;=@:", "/a\\b"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are written as on Unix")
    void readsWhatTheSystemWrites(String name) throws Exception {
        var uri = Path.of(name).toUri().toString();

        assertThat(FileUri.read(uri)).isEqualTo(PlainName.absolute(name));
    }
}
