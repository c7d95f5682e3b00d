package org.bindhost.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files written through the engine, and what is on the disk afterwards. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class WrittenFilesTest {

    private static final int LENGTH = 40;

    @TempDir private Path around;
    private Disk disk;
    private BindCore core;
    private BindContext context;

    @BeforeEach
    void open() throws IOException {
        disk = new Disk(around);
        var spool = around.resolve("spool");
        core = BindCore.open("test", CoreSettings.defaults(spool), List.of(disk.files));
        context = core.binder().createBindContext(BindOptions.DEFAULT.withMode(Mode.WRITE));
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
    }

    private <T> BindResult<T> bind(Class<T> type) throws Exception {
        var name = core.monikers().parse(disk.root.resolve("a.txt").toString());
        return core.binder().bindToStorage(name, context, type);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(disk.root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void abortedAtAnyByteItLeavesNothing() throws Exception {
        for (int at = 0; at <= LENGTH; at++) {
            var result = bind(OutputStream.class);
            var out = result.content().toCompletableFuture().get();
            for (int i = 0; i < at; i++) {
                out.write(i);
            }

            assertThat(result.binding().abort()).isTrue();
            assertThatThrownBy(out::close).isInstanceOf(IOException.class);

            assertThat(names()).as("aborted at byte %d", at).isEmpty();
        }
    }

    @Test
    void abortedAtAnyByteItLeavesTheOld() throws Exception {
        disk.write("a.txt", "old");
        for (int at = 0; at <= LENGTH; at++) {
            var result = bind(WritableByteChannel.class);
            var out = result.content().toCompletableFuture().get();
            out.write(ByteBuffer.allocate(at));

            result.binding().abort();

            assertThat(names()).containsExactly("a.txt");
            assertThat(disk.root.resolve("a.txt")).hasContent("old");
        }
    }

    /** As try-with-resources does it, which closes whatever happened. */
    @Test
    void abortedByItsWriterItLeavesNothing() {
        assertThatThrownBy(
                        () -> {
                            var result = bind(OutputStream.class);
                            try (var out = result.content().toCompletableFuture().get()) {
                                out.write(1);
                                result.binding().abort();
                                out.write(2);
                            }
                        })
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(BindException.class);
        assertThat(disk.root).isEmptyDirectory();
    }

    /** In the callback that brings the stream, without a thread of the client's own. */
    @Test
    void aFileIsWrittenWithinACallback() throws Exception {
        var recorder = new Recorder(BindInfo.PUSH);
        context.registerCallback(recorder);
        var bytes = new byte[5_000_000]; // more than is asked for at once
        var problem = new CompletableFuture<Throwable>();

        bind(OutputStream.class)
                .content()
                .thenAccept(
                        out -> {
                            try (out) {
                                out.write(bytes);
                            } catch (IOException e) {
                                problem.complete(e);
                            }
                        });
        recorder.stopped().toCompletableFuture().join();

        assertThat(problem.getNow(null)).isNull();
        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + bytes.length);
        assertThat(disk.root.resolve("a.txt")).hasBinaryContent(bytes);
        assertThat(names()).containsExactly("a.txt");
    }
}
