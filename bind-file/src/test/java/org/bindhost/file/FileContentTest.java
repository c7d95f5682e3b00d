package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.Validator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileContentTest {

    @TempDir private Path around;
    private Disk disk;
    private Path file;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        file = disk.write("a.txt", "0123456789");
    }

    @AfterEach
    void everyFileIsClosed() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (Files.isDirectory(open)) {
            try (var handles = Files.list(open)) {
                assertThat(handles.map(FileContentTest::target)).noneMatch(this::isOurs);
            }
        }
    }

    @Test
    void tellsWhatIsKnownOfTheFile() throws Exception {
        var content = disk.open(file);
        content.channel().close();

        assertThat(content.info().length()).hasValue(10);
        assertThat(content.info().mediaType()).contains("text/plain");
        assertThat(content.info().ranges()).isTrue();
        assertThat(content.info().validator())
                .hasValueSatisfying(v -> assertThat(v.strong()).isFalse());
        assertThat(content.file()).contains(file);
    }

    @Test
    void theValidatorTellsStatesApart() throws Exception {
        var first = validator();
        assertThat(validator()).isEqualTo(first);

        Files.writeString(file, "0123456789x");

        assertThat(validator()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b.txt", "ümläut.txt", "100%.txt", "a#b?.txt", "日本.txt", "-", "..."})
    void readsFilesOfAnyName(String name) throws Exception {
        disk.write(name, "content of " + name);

        var plain = disk.root + "/" + name;
        var uri = disk.root.resolve(name).toUri().toString();

        assertThat(Disk.read(disk.open(plain))).isEqualTo("content of " + name);
        assertThat(Disk.read(disk.open(uri))).isEqualTo("content of " + name);
        assertThat(disk.request(uri).name()).isEqualTo(disk.request(plain).name());
    }

    @ParameterizedTest
    @CsvSource({"0,1,0", "3,4,3456", "9,1,9", "9,100,9"})
    void answersARange(long offset, long length, String expected) throws Exception {
        var content = disk.open(disk.request(file).with(range(offset, length)));

        assertThat(content.offset()).isEqualTo(offset);
        assertThat(content.info().length()).hasValue(10);
        assertThat(Disk.read(content)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, Long.MAX_VALUE})
    void refusesARangeAtTheEndOrBeyond(long offset) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> disk.open(disk.request(file).with(range(offset, 1))))
                .withMessage(file + " has 10 bytes; it cannot be read from byte " + offset)
                .returns(Reason.OUT_OF_RANGE, BindException::reason);
    }

    @Test
    void ofNothingAllFromTheFirstByteIsNothing() throws Exception {
        Path empty = disk.write("empty", "");

        assertThat(Disk.read(disk.open(disk.request(empty).with(range(0, 5))))).isEmpty();
    }

    @Test
    void goesOnUnderAConditionThatHolds() throws Exception {
        var content = disk.open(disk.request(file).with(range(7, 9)).with(validator()));

        assertThat(Disk.read(content)).isEqualTo("789");
    }

    @Test
    void startsAgainUnderAConditionThatNoLongerHolds() throws Exception {
        var old = validator();
        Files.writeString(file, "new");

        var content = disk.open(disk.request(file).with(range(7, 9)).with(old));

        assertThat(content.offset()).isZero();
        assertThat(Disk.read(content)).isEqualTo("new");
    }

    @Test
    void aClosedChannelIsNotAnEnd() throws Exception {
        Content.Blocking content = disk.open(disk.write("empty", ""));
        content.channel().close();

        assertThatExceptionOfType(ClosedChannelException.class)
                .isThrownBy(() -> content.channel().read(ByteBuffer.allocate(1)));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        var missing = disk.root + "/b.txt";

        assertFails(Reason.NOT_FOUND, "no file " + missing, () -> disk.open(missing));
        assertFails(Reason.NOT_FOUND, "no file " + file + "/b", () -> disk.open(file + "/b"));
    }

    @Test
    void aNameTooLongForTheSystemSaysSo() {
        var name = disk.root + "/" + "x".repeat(5_000);

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> disk.open(name))
                .withMessageStartingWith("cannot look at " + name + ": ")
                .returns(Reason.STORAGE_FAILED, BindException::reason);
    }

    @Test
    void aDirectoryHasNoBytes() {
        assertFails(
                Reason.UNSUPPORTED,
                disk.root + " is a directory; only files have bytes",
                () -> disk.open(disk.root + "/"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsNotWaitedFor() throws Exception {
        var pipe = disk.root.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        assertFails(
                Reason.UNSUPPORTED,
                pipe + " is not a regular file; only files have bytes",
                () -> disk.open(pipe));
    }

    /** Said of the exception, since the administrator may read everything. */
    @Test
    void whatMayNotBeReadIsDenied() {
        assertThat(Failures.of("read", file, new AccessDeniedException("x")))
                .hasMessage("may not read " + file)
                .returns(Reason.ACCESS_DENIED, BindException::reason);
    }

    private Validator validator() throws Exception {
        var content = disk.open(file);
        content.channel().close();
        return content.info().validator().orElseThrow();
    }

    private static ByteRange range(long offset, long length) {
        return new ByteRange(offset, OptionalLong.of(length));
    }

    private static void assertFails(Reason reason, String message, ThrowingCallable call) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(call)
                .withMessage(message)
                .returns(reason, BindException::reason);
    }

    private boolean isOurs(String openFile) {
        return openFile.startsWith(around.toString());
    }

    private static String target(Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
