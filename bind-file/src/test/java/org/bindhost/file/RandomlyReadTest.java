package org.bindhost.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.core.BindCore;
import org.bindhost.core.CoreSettings;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.ReadResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files read at any position through the engine, which reads them where they are. */
@Timeout(60)
class RandomlyReadTest {

    private static final int ROUNDS = 1_500;
    private static final int ENOUGH = 20; // however busy the machine

    @TempDir private Path around;
    private Disk disk;
    private BindCore core;
    private BindContext context;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        disk = new Disk(around);
        file = disk.write("a.txt", "0123456789");
        var spool = around.resolve("spool");
        core = BindCore.open("test", CoreSettings.defaults(spool), List.of(disk.files));
        context = core.binder().createBindContext(BindOptions.DEFAULT);
    }

    @AfterEach
    void close() {
        context.close();
        core.close();
    }

    private <T> T bind(Path name, Class<T> type) throws Exception {
        var moniker = core.monikers().parse(name.toString());
        return core.binder()
                .bindToStorage(moniker, context, type)
                .content()
                .toCompletableFuture()
                .get();
    }

    @Test
    void aChangeIsNoticedWhereverItIsRead() throws Exception {
        try (var bytes = bind(file, LockBytes.class)) {
            var some = ByteBuffer.allocate(3);
            assertThat(bytes.readAt(4, some)).isEqualTo(new ReadResult.Bytes(3));
            assertThat(some.array()).isEqualTo("456".getBytes(UTF_8));

            Files.writeString(file, "abcdefghij", StandardOpenOption.WRITE);

            assertThatThrownBy(() -> bytes.readAt(4, ByteBuffer.allocate(3)))
                    .cause()
                    .hasFieldOrPropertyWithValue("reason", Reason.CHANGED);
        }
    }

    @Test
    void farBehindTheBoundsOf32BitsItIsReadToo() throws Exception {
        long hole = 5L << 32;
        var sparse = disk.root.resolve("sparse");
        try (var channel =
                Files.newByteChannel(
                        sparse,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            channel.position(hole).write(ByteBuffer.wrap(new byte[] {7}));
        }

        try (var channel = bind(sparse, SeekableByteChannel.class)) {
            var two = ByteBuffer.allocate(2);
            assertThat(channel.size()).isEqualTo(hole + 1);
            assertThat(channel.position(hole).read(two)).isEqualTo(1);
            assertThat(two.get(0)).isEqualTo((byte) 7);
        }
    }

    /** The engine does not open by name what the driver has opened with care. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere no directory can be held open")
    void aDirectorySwappedForALinkDoesNotLeadOut() throws Exception {
        var outside = Files.createDirectory(around.resolve("outside"));
        Files.writeString(outside.resolve("f"), "secret");
        var inner = Files.createDirectory(disk.root.resolve("dir"));
        disk.write("dir/f", "inside");
        int read = 0;
        try (var swapper = new Swapper(inner, outside, disk.root.resolve("away"))) {
            assertThat(swapper).isNotNull();
            for (int round = 0; round < ROUNDS || read < ENOUGH; round++) {
                read += reads(inner.resolve("f")) ? 1 : 0;
            }
        }

        assertThat(read).as("reads between two swaps").isGreaterThanOrEqualTo(ENOUGH);
    }

    private boolean reads(Path name) throws Exception {
        var some = ByteBuffer.allocate(6);
        try (var bytes = bind(name, LockBytes.class)) {
            bytes.readAt(0, some);
        } catch (ExecutionException | IOException | BindException e) {
            return false;
        }
        assertThat(new String(some.array(), UTF_8)).isEqualTo("inside");
        return true;
    }
}
