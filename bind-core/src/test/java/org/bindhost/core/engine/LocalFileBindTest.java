package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindState;
import org.bindhost.spi.Content;
import org.bindhost.storage.LockBytes;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file that is there already is read where it is, and left open by nobody. */
@Timeout(30)
class LocalFileBindTest {

    @TempDir Path directory;
    @TempDir Path files;

    private final Recorder push = new Recorder(BindInfo.PUSH);
    private final Recorder pull = new Recorder(BindInfo.PULL);
    private EngineFixture fixture;
    private FileSystem archive;
    private SeekableByteChannel channel;

    /** Within an archive, which keeps a file of its own beside it for each channel left open. */
    @BeforeEach
    void hasAFile() throws IOException {
        archive = FileSystems.newFileSystem(files.resolve("archive.zip"), Map.of("create", "true"));
        Path local = Files.writeString(archive.getPath("local"), "hello");
        channel = Files.newByteChannel(local);
        fixture = new EngineFixture(directory);
        var content = new Content.Blocking(announced(5), 0, channel, Optional.of(local));
        fixture.driver.on("a").answer(content);
    }

    @AfterEach
    void leavesNothingOpen() throws IOException {
        archive.close();
    }

    private static LockBytes bytes(Recorder recorder) {
        return (LockBytes) recorder.data().orElseThrow().content();
    }

    @Test
    void theFileIsClosedWhenTheBindFails() throws Exception {
        push.when(
                "data",
                () -> {
                    throw new BindException(Reason.ABORTED, "not wanted");
                });

        fixture.bind("a", push, LockBytes.class);
        fixture.runAll();

        assertThat(push.data()).isPresent();
        assertThat(filesLeft()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoeverClosesItInTheLastNoticeHasHadAll() throws Exception {
        pull.when("data", () -> close(bytes(pull)));

        var result = fixture.bind("a", pull, LockBytes.class);
        fixture.runAll();

        assertThat(result.binding().state()).isEqualTo(BindState.COMPLETED);
        assertThat(filesLeft()).isEmpty();
        assertThat(channel.isOpen()).isFalse();
    }

    private List<Path> filesLeft() throws IOException {
        try (var all = Files.list(files)) {
            return all.filter(file -> !file.endsWith("archive.zip")).toList();
        }
    }

    private static void close(LockBytes bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
