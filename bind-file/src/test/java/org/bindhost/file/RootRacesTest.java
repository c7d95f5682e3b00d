package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Content;
import org.bindhost.spi.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody who may write inside the root swaps what is there for links that lead out, as fast as
 * possible. Nothing outside is ever read, or written.
 */
@Timeout(120)
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere no directory can be held open")
class RootRacesTest {

    private static final int ROUNDS = 6_000;

    /** On a busy machine one side may rest for long, and then there are more rounds. */
    private static final int ENOUGH = 20;

    private static final EnumSet<Reason> LAWFUL =
            EnumSet.of(Reason.DENIED_BY_POLICY, Reason.NOT_FOUND, Reason.CHANGED);

    @TempDir private Path around;
    private Disk disk;
    private Path outside;
    private FileMonikerClass files;

    @BeforeEach
    void lay() throws Exception {
        disk = new Disk(around);
        // far ahead, so that nothing seems to have changed a moment ago, and no open waits
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        files =
                new FileMonikerClass(
                        Roots.of(disk.root.toString()), Platform.CURRENT, Directories.BEST, later);
        outside = Files.createDirectories(around.resolve("outside/sub")).getParent();
        Files.createDirectories(disk.root.resolve("dir/sub"));
        for (var name : new String[] {"f", "sub/f"}) {
            Files.writeString(outside.resolve(name), "secret");
            disk.write("dir/" + name, "inside");
        }
    }

    @AfterEach
    void nothingIsWrittenOutside() throws Exception {
        try (var all = Files.walk(outside)) {
            assertThat(all.filter(Files::isRegularFile))
                    .containsExactlyInAnyOrder(outside.resolve("f"), outside.resolve("sub/f"))
                    .allSatisfy(file -> assertThat(file).hasContent("secret"));
        }
    }

    @Test
    void aDirectorySwappedForALinkDoesNotLeadOut() throws Exception {
        try (var swapper = swap("dir", outside)) {
            assertThat(swapper).isNotNull();

            int read = readEach("dir/f", "dir/sub/f");

            assertThat(read).as("reads between two swaps").isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void aFileSwappedForALinkDoesNotLeadOut() throws Exception {
        try (var swapper = swap("dir/f", outside.resolve("f"))) {
            assertThat(swapper).isNotNull();

            int read = readEach("dir/f", "dir/f");

            assertThat(read).as("reads between two swaps").isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @Test
    void whatIsWrittenIsNotWrittenOutside() throws Exception {
        int written = 0;
        try (var swapper = swap("dir", outside)) {
            assertThat(swapper).isNotNull();
            for (int round = 0; round < ROUNDS / 10 || written < ENOUGH; round++) {
                written += writes("dir/new" + round % 2) ? 1 : 0;
                written += writes("dir/sub/f") ? 1 : 0;
            }
        }

        assertThat(written).as("writes between two swaps").isGreaterThanOrEqualTo(ENOUGH);
    }

    private Swapper swap(String inner, Path outer) {
        return new Swapper(disk.root.resolve(inner), outer, disk.root.resolve("away"));
    }

    private int readEach(String... names) throws Exception {
        int read = 0;
        for (int round = 0; round < ROUNDS || read < ENOUGH; round++) {
            read += reads(names[round % names.length]) ? 1 : 0;
        }
        return read;
    }

    private boolean reads(String name) throws Exception {
        var request = disk.request(disk.root.resolve(name));
        try {
            var content = (Content.Blocking) files.open(request).toCompletableFuture().get();
            try (var in = Channels.newInputStream(content.channel())) {
                assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("inside");
            }
            return true;
        } catch (ExecutionException e) {
            assertLawful(e);
            return false;
        } catch (IOException e) {
            assertThat(e).hasCauseInstanceOf(BindException.class);
            return false;
        }
    }

    private boolean writes(String name) throws Exception {
        Upload upload;
        try {
            upload =
                    files.create(disk.request(disk.root.resolve(name))).toCompletableFuture().get();
        } catch (ExecutionException e) {
            assertLawful(e);
            return false;
        }
        try {
            upload.write(ByteBuffer.wrap("inside".getBytes(UTF_8)));
            upload.commit().toCompletableFuture().get();
            return true;
        } catch (ExecutionException e) {
            assertLawful(e);
            return false;
        }
    }

    private static void assertLawful(ExecutionException e) {
        var failure = (BindException) e.getCause();
        assertThat(failure.reason()).as(failure.getMessage()).isIn(LAWFUL);
    }
}
