package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.spi.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileUploadTest {

    @TempDir private Path around;
    private Disk disk;
    private Path file;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        file = disk.root.resolve("a.txt");
    }

    @Test
    void arrivesBesideItsTargetAndAppearsAtTheCommit() throws Exception {
        var upload = disk.create(file);
        write(upload, "new");
        assertThat(names()).containsExactly(".a.txt.0.part");

        upload.commit();

        assertThat(names()).containsExactly("a.txt");
        assertThat(file).hasContent("new");
    }

    @Test
    void writersOfOneNameHaveAPartFileEach() throws Exception {
        var first = disk.create(file);
        var second = disk.create(file);
        assertThat(names()).containsExactly(".a.txt.0.part", ".a.txt.1.part");

        first.abort();
        second.commit();

        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void anAbortLeavesOtherWritersAlone() throws Exception {
        var first = disk.create(file);
        first.commit();
        var second = disk.create(file);

        first.abort();

        write(second, "second");
        assertThat(second.commit().toCompletableFuture()).isCompleted();
        assertThat(file).hasContent("second");
    }

    /** The name is forced after it was given, and only if that was asked for. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsToBeDurableHasItsNameForced(boolean durable) throws Exception {
        var remembering = remembering();
        var upload = upload(remembering, durable);
        write(upload, "new");

        upload.commit().toCompletableFuture().get();

        assertThat(remembering.happened)
                .isEqualTo(durable ? List.of("rename", "force") : List.of("rename"));
        assertThat(file).hasContent("new");
    }

    private RememberingDirectory remembering(String... failing) throws IOException {
        var target = new NamedFile(file, file, disk.root);
        return new RememberingDirectory(Directories.BEST.around(target), failing);
    }

    private Upload upload(Directory directory, boolean durable) throws Exception {
        var target = new NamedFile(file, file, disk.root);
        var part = PartFile.beside(target, directory);
        var appearing = new Appearing(target, part, Optional.empty(), durable, new Locks());
        return new FileUpload(target, part, appearing);
    }

    /** It is there, and nobody can take it back. */
    @Test
    void whereTheNameCannotBeForcedTheFailureSaysThatItHasAppeared() throws Exception {
        var failing = remembering("force");
        var upload = upload(failing, true);
        write(upload, "new");

        var commit = upload.commit().toCompletableFuture();
        upload.abort();

        assertThat(commit)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(BindException.class)
                .withMessageContaining(file + " has appeared, but may not last: ")
                .withMessageContaining("no force today");
        assertThat(failing.happened).containsExactly("rename", "force");
        assertThat(file).hasContent("new");
    }

    /** The engine aborts what has failed, when another writer may have a file of that name. */
    @ParameterizedTest
    @ValueSource(strings = {"rename", "channel"})
    void aCommitThatHasFailedIsNotDiscardedAgain(String what) throws Exception {
        var failing = remembering(what);
        var target = new NamedFile(file, file, disk.root);
        var part = PartFile.beside(target, failing);
        var appearing = new Appearing(target, part, Optional.empty(), false, new Locks());
        var upload = new FileUpload(target, part, appearing);
        if (what.equals("channel")) {
            part.channel().close();
        }
        assertThat(upload.commit().toCompletableFuture()).isCompletedExceptionally();
        var newer = disk.create(file);

        upload.abort();
        upload.abort();

        assertThat(failing.happened).containsOnlyOnce("delete");
        assertThat(names()).containsExactly(".a.txt.0.part");
        newer.commit();
        assertThat(file).exists();
    }

    /** Whoever aborts cannot do anything about it. */
    @Test
    void anAbortNeverFails() throws Exception {
        var directory = remembering();
        var upload = upload(directory, false);
        directory.close();

        upload.abort();

        assertThat(names()).containsExactly(".a.txt.0.part");
    }

    @Test
    void aDurableWriteIsAWrite() throws Exception {
        var flags = Set.of(BindFlag.ASYNCHRONOUS, BindFlag.DURABLE);
        var info = new BindInfo(flags, BindInfo.GET, Optional.empty(), "");
        var upload = disk.files.create(disk.request(file).with(info)).toCompletableFuture().get();
        write(upload, "new");

        assertThat(upload.commit().toCompletableFuture()).isCompleted();
        assertThat(file).hasContent("new");
    }

    @Test
    void aLongNameHasAPartFileToo() throws Exception {
        var longest = disk.root.resolve("ü".repeat(127));
        var upload = disk.create(longest);

        upload.commit();

        assertThat(longest).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReplacedFileKeepsItsPermissionsAndItsPartHasThem() throws Exception {
        Files.writeString(file, "old");
        var permissions = PosixFilePermissions.fromString("rw--w--w-");
        Files.setPosixFilePermissions(file, permissions);

        var upload = disk.create(file);
        var part = disk.root.resolve(".a.txt.0.part");
        assertThat(Files.getPosixFilePermissions(part)).isEqualTo(permissions);
        upload.commit();

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
    }

    @Test
    void aLinkInsideTheRootsStaysALink() throws Exception {
        Files.writeString(file, "old");
        var link = Files.createSymbolicLink(disk.root.resolve("link"), file);
        var upload = disk.create(link);
        write(upload, "new");

        upload.commit();

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void withoutItsDirectoryItFails() {
        var lost = disk.root.resolve("none/a.txt");

        assertFails(
                Reason.NOT_FOUND,
                "no directory " + lost.getParent() + " for " + lost,
                () -> disk.create(lost));
    }

    /** A directory that nothing can be created in, for the administrator neither. */
    @Test
    void whereTheDirectoryIsAFileItFails() throws Exception {
        Files.writeString(file, "");

        assertFails(
                Reason.NOT_FOUND,
                "no directory " + file + " for " + file + "/b",
                () -> disk.create(file + "/b"));
    }

    @Test
    void aDirectoryIsNotReplaced() {
        assertFails(
                Reason.UNSUPPORTED,
                disk.root + " is a directory; only files have bytes",
                () -> disk.create(disk.root));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskFailsTheWriteAndLeavesNothing() throws Exception {
        var part = disk.write("part", "");
        var full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
        var target = new NamedFile(file, file, disk.root);
        var beside = new PartFile(Directories.BEST.around(target), part.getFileName(), full);
        var appearing = new Appearing(target, beside, Optional.empty(), false, new Locks());
        var upload = new FileUpload(target, beside, appearing);

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> write(upload, "x"))
                .withMessageStartingWith("cannot write " + file + ": ")
                .returns(Reason.STORAGE_FAILED, BindException::reason);
        assertThat(names()).isEmpty();
        assertThat(upload.commit().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void aCommitThatFailsLeavesTheOldAndNothingElse() throws Exception {
        var upload = disk.create(file);
        write(upload, "new");
        Files.writeString(Files.createDirectory(file).resolve("in the way"), "");

        var commit = upload.commit().toCompletableFuture();

        assertThat(commit)
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(BindException.class)
                .withMessageContaining("cannot write " + file);
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void afterAnAbortWritingAndCommittingFail() throws Exception {
        var upload = disk.create(file);
        upload.abort();

        assertFails(
                Reason.ABORTED, "writing " + file + " has ended before", () -> write(upload, "x"));
        assertThat(upload.commit().toCompletableFuture()).isCompletedExceptionally();
        assertThat(names()).isEmpty();
    }

    /**
     * Either the whole file or nothing, whichever comes first. Few rounds, because each commit
     * waits for the disk.
     */
    @Test
    @Timeout(60)
    void aCommitAndAnAbortAtOnceLeaveNoMixture() throws Exception {
        var pool = Executors.newFixedThreadPool(1);
        try {
            for (int round = 0; round < 300; round++) {
                Files.deleteIfExists(file);
                var upload = disk.create(file);
                write(upload, "whole");
                var arrived = new AtomicInteger();
                var aborted = pool.submit(() -> abortTogether(arrived, upload));
                var commit = together(arrived, upload::commit).toCompletableFuture();
                aborted.get();

                var left = commit.isCompletedExceptionally() ? List.of() : List.of("a.txt");
                assertThat(names()).isEqualTo(left);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Spinning, because a barrier that parks sets the two off too far apart. */
    private static <T> T together(AtomicInteger arrived, Supplier<T> action) {
        arrived.incrementAndGet();
        while (arrived.get() < 2) {
            Thread.onSpinWait();
        }
        return action.get();
    }

    private static boolean abortTogether(AtomicInteger arrived, Upload upload) {
        return together(
                arrived,
                () -> {
                    upload.abort();
                    return true;
                });
    }

    private static void write(Upload upload, String text) throws BindException {
        upload.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(disk.root)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertFails(Reason reason, String message, ThrowingCallable call) {
        assertThatExceptionOfType(BindException.class)
                .isThrownBy(call)
                .withMessage(message)
                .returns(reason, BindException::reason);
    }
}
