package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What others have locked, in this process or in another, is left alone. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the system itself sees to locks")
class LockedFilesTest {

    @TempDir private Path around;
    private Disk disk;
    private Path file;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        file = disk.write("a.txt", "old");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        disk.files.close();
        try (var files = Files.list(disk.root)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatAnotherProcessHasLockedIsNeitherReadNorWritten() throws Exception {
        try (var other = Child.start("lock", file)) {
            assertThat(other.line()).isEqualTo("locked true");

            assertLocked("by another process", () -> disk.open(file));
            assertLocked("by another process", () -> disk.create(file));
            assertLocked("by another process", this::append);
            other.end();
        }

        assertThat(Disk.read(disk.open(file))).isEqualTo("old");
    }

    @Test
    void whatAnotherProcessReadsUnderALockIsReadToo() throws Exception {
        try (var other = Child.start("share", file)) {
            assertThat(other.line()).isEqualTo("locked true");

            assertThat(Disk.read(disk.open(file))).isEqualTo("old");
            assertLocked("by another process", () -> disk.create(file));
        }
    }

    @Test
    void lockedSinceItIsNotReplaced() throws Exception {
        var upload = disk.create(file);
        upload.write(ByteBuffer.wrap("new".getBytes(UTF_8)));
        try (var other = Child.start("lock", file)) {
            assertThat(other.line()).isEqualTo("locked true");

            assertLocked("by another process", () -> commit(upload));
        }

        assertThat(file).hasContent("old");
    }

    /** Closing any descriptor of a file would lose the process its locks on it. */
    @Test
    void aLockWithinThisProcessIsRespectedAndOutlivesTheAttempt() throws Exception {
        try (var ours = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = ours.lock()) {
            for (int i = 0; i < 3; i++) {
                assertLocked("within this process", () -> disk.open(file));
                assertLocked("within this process", () -> disk.create(file));
            }
            try (var other = Child.start("try", file)) {
                assertThat(other.line()).isEqualTo("busy");
            }
            assertThat(lock.isValid()).isTrue();
        }

        assertThat(Disk.read(disk.open(file))).isEqualTo("old");
        commit(disk.create(file));
        assertThat(file).isEmptyFile();
    }

    /** What looks for locks takes them for a moment, which nobody else of ours may see. */
    @Test
    void manyAtOnceDoNotTakeEachOtherForStrangers() throws Exception {
        List<CompletableFuture<Void>> all =
                IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> readAndWrite(i)))
                        .toList();

        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
    }

    private void readAndWrite(int who) {
        try {
            for (int i = 0; i < 50; i++) {
                if (who == 0) {
                    commit(disk.create(file));
                } else {
                    openOrSeeItReplaced();
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void openOrSeeItReplaced() throws Exception {
        try {
            disk.open(file).channel().close();
        } catch (BindException e) {
            assertThat(e.reason()).isEqualTo(Reason.CHANGED);
        }
    }

    private Upload append() throws Exception {
        try {
            return disk.files.create(disk.request(file).appending()).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }

    private static void commit(Upload upload) throws Exception {
        try {
            upload.commit().toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw (BindException) e.getCause();
        }
    }

    private void assertLocked(String by, ThrowingCallable call) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(call)
                .withMessage(file + " is locked " + by)
                .returns(Reason.LOCKED, BindException::reason);
    }
}
