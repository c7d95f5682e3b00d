package org.bindhost.core.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come out as they went in, in memory or on disk, whatever the sizes. */
class SpoolTest {

    private static final int CHUNK = Chunks.CHUNK_BYTES;

    @TempDir Path directory;

    private Spool spool(long memory, long disk) {
        return new Spool(new SpoolLimits(memory, disk, directory), Runnable::run);
    }

    /** Random puts and reads, so that the queue runs full, runs empty and spills time and again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyByteComesOutOnceAndInOrder(long seed) throws Exception {
        var random = new Random(seed);
        var in = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        try (var spool = spool(2 * CHUNK, 1L << 30)) {
            for (int round = 0; round < 500; round++) {
                byte[] put = new byte[random.nextInt(3 * CHUNK)];
                random.nextBytes(put);
                spool.put(ByteBuffer.wrap(put));
                in.writeBytes(put);
                drain(spool, out, random.nextInt(6 * CHUNK), random);
            }
            spool.end();
            drain(spool, out, Integer.MAX_VALUE, random);

            assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
            assertThat(spool.isExhausted()).isTrue();
        }
        assertThat(directory).isEmptyDirectory();
    }

    private static void drain(Spool spool, ByteArrayOutputStream out, long most, Random random)
            throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (long read = 0; read < most; ) {
            int count = spool.read(buffer, 0, 1 + random.nextInt(CHUNK));
            if (count <= 0) {
                return;
            }
            out.write(buffer, 0, count);
            read += count;
        }
    }

    @Test
    void nothingYetIsZeroAndTheEndIsMinusOneForEver() throws Exception {
        try (var spool = spool(CHUNK, 0)) {
            assertThat(spool.read(new byte[1], 0, 1)).isZero();
            spool.end();
            assertThat(spool.read(new byte[1], 0, 1)).isEqualTo(-1);
            assertThat(spool.read(new byte[1], 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void moreThanItMayHoldIsAFailureAndNotSilence() {
        try (var spool = spool(CHUNK, CHUNK)) {
            assertThatThrownBy(() -> spool.put(ByteBuffer.allocate(2 * CHUNK + 1)))
                    .isInstanceOfSatisfying(
                            BindException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.SPOOL_FULL));
        }
    }

    @Test
    void aFullDirectoryIsAFailureWithItsReason() {
        var missing = new SpoolLimits(CHUNK, 1L << 30, directory.resolve("missing"));
        try (var spool = new Spool(missing, Runnable::run)) {
            assertThatThrownBy(() -> spool.put(ByteBuffer.allocate(2 * CHUNK)))
                    .isInstanceOfSatisfying(
                            BindException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.STORAGE_FAILED));
        }
    }

    @Test
    void aFailedSpoolFailsItsReader() throws Exception {
        try (var spool = spool(CHUNK, 0)) {
            spool.put(ByteBuffer.wrap(new byte[] {1}));
            spool.fail(new BindException(Reason.BROKEN, "broken"));

            assertThatThrownBy(() -> spool.read(new byte[1], 0, 1))
                    .isInstanceOf(IOException.class)
                    .hasMessage("broken");
        }
    }

    @Test
    void readyCompletesWhenSomethingCameOrNeverWill() throws Exception {
        try (var spool = spool(CHUNK, 0)) {
            var first = spool.ready().toCompletableFuture();
            assertThat(first).isNotDone();
            spool.put(ByteBuffer.wrap(new byte[] {1}));
            assertThat(first).isDone();
            spool.read(new byte[1], 0, 1);

            var end = spool.ready().toCompletableFuture();
            assertThat(end).isNotDone();
            spool.end();
            assertThat(end).isDone();
        }
    }

    /** A reader that trails by a constant amount never fills it. */
    @Test
    void aSpoolThatIsReadIsNotFull() throws Exception {
        try (var spool = spool(CHUNK, 1 << 20)) {
            spool.put(ByteBuffer.allocate(200 * 1024));
            byte[] into = new byte[10 * 1024];
            for (int round = 0; round < 300; round++) {
                spool.put(ByteBuffer.allocate(into.length));
                for (int left = into.length; left > 0; ) {
                    left -= spool.read(into, 0, left);
                }
            }
            assertThat(spool.unread()).isEqualTo(200 * 1024);
        }
    }

    @Test
    void anInterruptedReaderHarmsNoTransfer() throws Exception {
        try (var spool = spool(CHUNK, 1 << 20)) {
            spool.put(ByteBuffer.allocate(200 * 1024));
            byte[] into = new byte[CHUNK];
            Thread.currentThread().interrupt();
            spool.read(into, 0, into.length);
            spool.read(into, 0, into.length);
            assertThat(Thread.interrupted()).isTrue();

            spool.put(ByteBuffer.allocate(1024));

            assertThat(spool.unread()).isEqualTo(200 * 1024 + 1024 - 2 * CHUNK);
        }
    }
}
