package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.Validator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has all bytes of a file has those of one state of it. */
@Timeout(60)
class ChangedFilesTest {

    @TempDir private Path around;
    private Disk disk;
    private Path file;
    private final AtomicInteger written = new AtomicInteger();

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        file = disk.write("a.txt", "0123456789");
    }

    private interface Change {
        void happen() throws Exception;
    }

    private void assertEndsAsChanged(Change change) throws Exception {
        try (var channel = disk.open(file).channel()) {
            assertThat(channel.read(ByteBuffer.allocate(4))).isEqualTo(4);

            change.happen();

            assertThatThrownBy(() -> readOn(channel))
                    .hasCauseInstanceOf(BindException.class)
                    .extracting(Throwable::getCause)
                    .hasFieldOrPropertyWithValue("reason", Reason.CHANGED);
        }
    }

    private static void readOn(java.nio.channels.ReadableByteChannel channel) throws IOException {
        var rest = ByteBuffer.allocate(100);
        while (channel.read(rest) >= 0) {
            assertThat(rest.position()).as("the last byte comes after the check").isLessThan(6);
        }
    }

    @Test
    void aFileThatGrowsEndsAsChanged() throws Exception {
        assertEndsAsChanged(() -> Files.writeString(file, "x", StandardOpenOption.APPEND));
    }

    @Test
    void aFileThatIsTruncatedEndsAsChanged() throws Exception {
        assertEndsAsChanged(
                () -> {
                    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(5);
                    }
                });
    }

    @Test
    void aFileThatIsWrittenOverEndsAsChanged() throws Exception {
        assertEndsAsChanged(() -> overwrite("abcdefghij"));
    }

    /** The time of the last change of anything cannot be set back. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFileThatIsWrittenOverWithItsTimeSetBackEndsAsChanged() throws Exception {
        FileTime before = Files.getLastModifiedTime(file);

        assertEndsAsChanged(
                () -> {
                    overwrite("abcdefghij");
                    Files.setLastModifiedTime(file, before);
                });
    }

    @Test
    void aFileThatIsReplacedEndsAsChanged() throws Exception {
        assertEndsAsChanged(
                () -> {
                    var upload = disk.create(file);
                    upload.write(ByteBuffer.wrap("abcdefghij".getBytes(UTF_8)));
                    upload.commit();
                });
    }

    @Test
    void aFileThatIsDeletedEndsAsChanged() throws Exception {
        assertEndsAsChanged(() -> Files.delete(file));
    }

    @Test
    void ofARangeTheLastByteComesAfterTheCheckToo() throws Exception {
        var request = disk.request(file).with(new ByteRange(2, OptionalLong.of(3)));
        try (var channel = disk.open(request).channel()) {
            overwrite("abcdefghij");

            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(100)))
                    .hasCauseInstanceOf(BindException.class);
        }
    }

    /** Somebody writes over it again and again, at once each time, and each state is one letter. */
    @Test
    void noTwoStatesAreEverMixed() throws Exception {
        int length = 300_000;
        Files.write(file, letters('a', length));
        var going = new AtomicBoolean(true);
        var writer = CompletableFuture.runAsync(() -> overwriteWhile(going, length));
        int whole = 0;
        while (written.get() < 40 || whole == 0) {
            whole += isWhole(length) ? 1 : 0;
        }
        going.set(false);
        writer.get();

        assertThat(isWhole(length)).as("left alone it can be read").isTrue();
        assertThat(whole).as("reads between two writes").isPositive();
    }

    private boolean isWhole(int length) throws Exception {
        var bytes = ByteBuffer.allocate(length);
        Content.Blocking content;
        try {
            content = disk.open(file);
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.CHANGED);
            return false;
        }
        try (var channel = content.channel()) {
            while (channel.read(bytes) >= 0) {}
        } catch (IOException e) {
            assertThat(e).hasCauseInstanceOf(BindException.class);
            return false;
        }
        var first = bytes.array()[0];
        assertThat(bytes.array()).isEqualTo(letters((char) first, length));
        return true;
    }

    private void overwriteWhile(AtomicBoolean going, int length) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var random = new Random(1);
            for (int round = 0; going.get(); round++) {
                channel.write(ByteBuffer.wrap(letters((char) ('a' + round % 26), length)), 0);
                written.incrementAndGet();
                long until = System.nanoTime() + random.nextLong(3 * FileState.TURN.toNanos());
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] letters(char letter, int length) {
        var letters = new byte[length];
        Arrays.fill(letters, (byte) letter);
        return letters;
    }

    private void overwrite(String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aValidatorIsStrongOnceTheLastChangeIsPast() throws Exception {
        assertThat(validator(Duration.ZERO).strong()).isFalse();
        assertThat(validator(FileState.RESOLUTION.plusSeconds(10)).strong()).isTrue();
    }

    private Validator validator(Duration later) throws IOException {
        var state = FileState.of(file);
        return state.validator(Clock.offset(Clock.systemUTC(), later).instant());
    }

    @Test
    void whatChangedThisMomentIsNotSettled() throws Exception {
        var state = FileState.of(file);
        var changed = state.changed().orElse(state.modified()).toInstant();

        assertThat(state.isSettled(changed)).isFalse();
        assertThat(state.isSettled(changed.plus(FileState.TURN))).isTrue();
        assertThat(state.isSettled(changed.minusMillis(1))).as("of the future").isTrue();
    }
}
