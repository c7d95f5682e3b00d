package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name that cannot be opened here says so when it is, and not before. */
class PlatformTest {

    private static final Platform UNIX = new Platform(false, false);
    private static final Platform WINDOWS = new Platform(true, true);

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the paths are written as on Unix")
    void makesPathsOfWhatThisSystemHas() throws Exception {
        assertThat(UNIX.path(PlainName.absolute("/A/b c"))).isEqualTo(Path.of("/A/b c"));
        assertThat(UNIX.path(FileUri.read("file:///C%3A/a"))).isEqualTo(Path.of("/C:/a"));
    }

    @ParameterizedTest
    @CsvSource({
        "file:../x, SYNTAX, file:../x is relative; and nothing says to what",
        "file:///C:/x, UNSUPPORTED, C:\\x is a name of Windows; and this system has no drives",
        "file://s/h/x, UNSUPPORTED, \\\\s\\h\\x is on another machine; and only files of this one are"
                + " opened",
    })
    void refusesWhatUnixHasNot(String uri, Reason reason, String message) {
        assertRefused(UNIX, uri, reason, message.replace("; ", ", "));
    }

    @ParameterizedTest
    @CsvSource({
        "file:../x, SYNTAX, file:../x is relative; and nothing says to what",
        "file:///x, UNSUPPORTED, /x names no drive; as it must on Windows",
        "file://s/h/x, UNSUPPORTED, \\\\s\\h\\x is on another machine; and only files of this one are"
                + " opened",
    })
    void refusesWhatWindowsHasNot(String uri, Reason reason, String message) {
        assertRefused(WINDOWS, uri, reason, message.replace("; ", ", "));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is absolute")
    void opensNothingRelativeToTheWorkingDirectory() {
        assertRefused(
                WINDOWS, "file:///C:/x", Reason.SYNTAX, "C:\\x is not absolute on this system");
    }

    private static void assertRefused(
            Platform platform, String uri, Reason reason, String message) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> platform.path(FileUri.read(uri)))
                .withMessage(message)
                .returns(reason, BindException::reason);
    }
}
