package org.bindhost.core.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come out as they went in, in memory or on disk, whoever reads them and in which order. */
class SpoolTest {

    private static final int PAGE = PagePool.LARGE_BYTES;
    private static final long DISK = 1L << 30;

    @TempDir Path directory;

    private static byte[] random(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** Random puts and reads, so that it runs full, runs empty and goes to disk time and again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyByteComesOutOnceAndInOrder(long seed) throws Exception {
        var random = new Random(seed);
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var cursor = fixture.cursor();
        var in = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();
        for (int round = 0; round < 300; round++) {
            byte[] put = random(random.nextLong(), random.nextInt(3 * PAGE));
            fixture.put(in.size(), put);
            in.writeBytes(put);
            if (fixture.spool.room() < 0) {
                fixture.spool.makeRoom();
            }
            if (random.nextBoolean()) {
                fixture.disk.runAll();
            }
            drain(cursor, out, random.nextInt(6 * PAGE), random);
        }
        fixture.spool.end(in.size());
        fixture.spool.retire();
        drain(cursor, out, Integer.MAX_VALUE, random);

        assertThat(out.toByteArray()).isEqualTo(in.toByteArray());
        assertThat(cursor.isExhausted()).isTrue();
        fixture.disk.runAll();
        assertThat(directory).isEmptyDirectory();
        assertThat(fixture.pool.used()).isZero();
    }

    private static void drain(Cursor cursor, ByteArrayOutputStream out, long most, Random random)
            throws IOException {
        for (long read = 0; read < most; ) {
            var into = ByteBuffer.allocate(1 + random.nextInt(PAGE));
            int count = cursor.read(into);
            if (count <= 0) {
                return;
            }
            out.write(into.array(), 0, count);
            read += count;
        }
    }

    /** Ranges that overlap and come in any order, while some are read and some go to disk. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatComesInAnyOrderIsReadAtAnyPlace(long seed) throws Exception {
        var random = new Random(seed);
        byte[] content = random(seed, 8 * PAGE + 17);
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var reader = fixture.spool.randomReader().orElseThrow();
        var there = new boolean[content.length];
        for (int round = 0; round < 300; round++) {
            int from = random.nextInt(content.length);
            int to = Math.min(content.length, from + 1 + random.nextInt(PAGE));
            fixture.put(from, Arrays.copyOfRange(content, from, to));
            Arrays.fill(there, from, to, true);
            if (random.nextInt(4) == 0) {
                fixture.disk.runAll();
            }
            int at = random.nextInt(content.length);
            var into = ByteBuffer.allocate(1 + random.nextInt(PAGE));
            int count = reader.read(at, into);
            assertThat(count > 0).isEqualTo(there[at]);
            assertThat(into.flip())
                    .isEqualTo(ByteBuffer.wrap(content, at, Math.max(0, count)).slice());
        }
    }

    @Test
    void bytesThatComeTwiceAreCountedOnce() throws Exception {
        var fixture = new SpoolFixture(PAGE, DISK, directory);
        var cursor = fixture.cursor();
        fixture.put(0, (byte) 1, (byte) 2);
        fixture.put(4, (byte) 5);
        fixture.put(1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6);

        assertThat(fixture.spool.received()).isEqualTo(6);
        assertThat(cursor.unread()).isEqualTo(6);
        var into = ByteBuffer.allocate(10);
        while (cursor.read(into) > 0) {
            // reads on
        }
        assertThat(into.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}));
    }

    @Test
    void eachReaderReadsAllAndTheSlowestKeepsWhatItNeeds() throws Exception {
        byte[] content = random(1, 10 * PAGE);
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var fast = fixture.cursor();
        var slow = fixture.cursor();
        for (int at = 0; at < content.length; at += PAGE) {
            fixture.put(at, Arrays.copyOfRange(content, at, at + PAGE));
            fixture.spool.makeRoom();
            fixture.disk.runAll();
            fast.read(ByteBuffer.allocate(PAGE));
        }
        fixture.spool.end(content.length);

        var out = new ByteArrayOutputStream();
        drain(slow, out, Integer.MAX_VALUE, new Random(1));

        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(fast.isExhausted()).isTrue();
    }

    @Test
    void whoComesLateBeginsWhileLittleHasCome() throws Exception {
        var fixture = new SpoolFixture(4 * PAGE, DISK, directory);
        var first = fixture.cursor();
        fixture.put(0, new byte[PAGE]);
        first.read(ByteBuffer.allocate(PAGE));

        var second = fixture.cursor();
        fixture.put(PAGE, new byte[PAGE]);
        first.read(ByteBuffer.allocate(PAGE));

        assertThat(second.unread()).isEqualTo(2 * PAGE);
        second.close();
        first.consume(0);
        assertThat(fixture.spool.cursor()).isEmpty();
        assertThat(fixture.spool.randomReader()).isEmpty();
    }

    @Test
    void nothingYetIsZeroAndTheEndIsMinusOneForEver() throws Exception {
        var fixture = new SpoolFixture(PAGE, 0, directory);
        var cursor = fixture.cursor();
        var into = ByteBuffer.allocate(1);

        assertThat(cursor.read(into)).isZero();
        fixture.spool.end(0);
        assertThat(cursor.read(into)).isEqualTo(-1);
        assertThat(cursor.read(into)).isEqualTo(-1);
    }

    /** those go who keep most, and the others go on. */
    @Test
    void whatIsFullFailsWhoeverKeepsItFull() throws Exception {
        var fixture = new SpoolFixture(2 * PAGE, PAGE, directory);
        var fast = fixture.cursor();
        var slow = fixture.cursor();
        for (int page = 0; page < 8; page++) {
            fixture.put((long) page * PAGE, new byte[PAGE]);
            fast.read(ByteBuffer.allocate(PAGE));
            fixture.spool.makeRoom();
            fixture.disk.runAll();
        }

        assertThat(fixture.refusals).extracting(BindException::reason).contains(Reason.SPOOL_FULL);
        assertThatThrownBy(() -> slow.read(ByteBuffer.allocate(1)))
                .hasRootCauseInstanceOf(BindException.class);
        assertThat(fast.position()).isEqualTo(8 * PAGE);
        assertThat(fixture.spool.room()).isPositive();
    }

    @Test
    void aDirectoryThatIsMissingIsAFailureWithItsReason() {
        var fixture = new SpoolFixture(PAGE, DISK, directory.resolve("missing"));
        fixture.cursor();
        fixture.put(0, new byte[2 * PAGE]);
        fixture.spool.makeRoom();
        fixture.disk.runAll();

        assertThat(fixture.refusals)
                .extracting(BindException::reason)
                .containsExactly(Reason.STORAGE_FAILED);
    }

    @Test
    void readyCompletesWhenThatByteCameOrNeverWill() throws Exception {
        var fixture = new SpoolFixture(PAGE, 0, directory);
        var cursor = fixture.cursor();
        var reader = fixture.spool.randomReader().orElseThrow();
        var first = cursor.ready().toCompletableFuture();
        var tenth = reader.ready(10).toCompletableFuture();
        assertThat(first).isNotDone();

        fixture.put(0, (byte) 1);
        assertThat(first).isDone();
        assertThat(tenth).isNotDone();
        fixture.put(10, (byte) 1);
        assertThat(tenth).isDone();

        cursor.read(ByteBuffer.allocate(1));
        var second = cursor.ready().toCompletableFuture();
        assertThat(second).isNotDone();
        fixture.spool.end(11);
        assertThat(second).isDone();
    }

    /** A disk is no faster than memory: who keeps reading is given a moment. */
    @Test
    void whoKeepsReadingIsGivenAMomentBeforeBytesGoToDisk() throws Exception {
        var fixture = new SpoolFixture(4 * PAGE, DISK, directory);
        var cursor = fixture.cursor();
        fixture.put(0, new byte[6 * PAGE]);
        cursor.read(ByteBuffer.allocate(PAGE));
        cursor.read(ByteBuffer.allocate(PAGE));
        cursor.read(ByteBuffer.allocate(PAGE));

        fixture.spool.makeRoom();
        fixture.disk.runAll();
        assertThat(directory).isEmptyDirectory();

        fixture.put(6 * PAGE, new byte[2 * PAGE]);
        fixture.clock.advance(Duration.ofMillis(20));
        fixture.disk.runAll();
        assertThat(directory).isNotEmptyDirectory();
        assertThat(cursor.unread()).isEqualTo(5 * PAGE);
    }

    /** The pages of a reader's view are nobody else's until it reads on. */
    @Test
    void aViewStaysWhatItIsWhateverHappensToTheSpool() throws Exception {
        var fixture = new SpoolFixture(PAGE, DISK, directory);
        byte[] content = random(3, PAGE);
        var cursor = fixture.cursor();
        fixture.put(0, content);
        ByteBuffer view = cursor.peek();

        fixture.spool.retire();
        cursor.fail(new BindException(Reason.BROKEN, "broken"));
        var other =
                new Spool(fixture.spool.limits(), fixture.pool, fixture.spool.threads(), fixture);
        other.cursor();
        other.put(0, ByteBuffer.allocate(PAGE));

        cursor.close();
        assertThat(view).isEqualTo(ByteBuffer.wrap(content));
        cursor.consume(0);
        assertThat(fixture.pool.used()).isEqualTo(PAGE);
    }

    @Test
    void aFileHasAllBytesAndStaysWhenTheSpoolIsGone() throws Exception {
        byte[] content = random(5, 5 * PAGE + 5);
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var reader = fixture.spool.randomReader().orElseThrow();
        fixture.put(0, content);
        fixture.spool.end(content.length);
        var first = fixture.spool.handOut().toCompletableFuture();
        var second = fixture.spool.handOut().toCompletableFuture();
        fixture.spool.retire();
        reader.close();
        fixture.disk.runAll();

        assertThat(first.join()).hasBinaryContent(content);
        assertThat(second.join()).hasBinaryContent(content).isNotEqualTo(first.join());
        Files.delete(first.join());
        Files.delete(second.join());
        assertThat(directory).isEmptyDirectory();
        assertThat(fixture.pool.used()).isZero();
    }

    /** The last reader leaves, and what it had is somebody's file by then. */
    @Test
    void aFileStaysWholeWhoeverLeaves() throws Exception {
        byte[] content = random(6, 5 * PAGE);
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var reader = fixture.spool.randomReader().orElseThrow();
        fixture.put(0, content);
        fixture.spool.end(content.length);
        var file = fixture.spool.handOut().toCompletableFuture();
        fixture.disk.runAll();

        reader.close();
        fixture.disk.runAll();

        assertThat(file.join()).hasBinaryContent(content);
    }

    /** What was read gives its space back, so that a reader that keeps up needs but little. */
    @Test
    void theSpaceOfWhatWasReadIsUsedAgain() throws Exception {
        var fixture = new SpoolFixture(2 * PAGE, 4 * PAGE, directory);
        var cursor = fixture.cursor();
        for (int round = 0; round < 20; round++) {
            fixture.put(round * 4L * PAGE, new byte[4 * PAGE]);
            fixture.spool.makeRoom();
            fixture.clock.advance(Duration.ofMillis(20));
            fixture.disk.runAll();
            for (int left = 4 * PAGE; left > 0; ) {
                left -= cursor.read(ByteBuffer.allocate(left));
            }
            fixture.disk.runAll();
        }

        assertThat(fixture.refusals).isEmpty();
    }

    @Test
    void anEmptyResourceIsAnEmptyFile() throws Exception {
        var fixture = new SpoolFixture(PAGE, DISK, directory);
        fixture.spool.end(0);
        var file = fixture.spool.handOut().toCompletableFuture();
        fixture.disk.runAll();

        assertThat(file.join()).isEmptyFile();
    }

    @Test
    void anInterruptedReaderHarmsNoTransfer() throws Exception {
        var fixture = new SpoolFixture(PAGE, DISK, directory);
        var cursor = fixture.cursor();
        fixture.put(0, new byte[200 * 1024]);
        fixture.spool.makeRoom();
        fixture.disk.runAll();
        Thread.currentThread().interrupt();
        for (int left = 200 * 1024; left > 0; ) {
            left -= cursor.read(ByteBuffer.allocate(left));
        }
        assertThat(Thread.interrupted()).isTrue();

        fixture.put(200 * 1024, new byte[PAGE * 2]);
        fixture.spool.makeRoom();
        fixture.disk.runAll();

        assertThat(cursor.unread()).isEqualTo(PAGE * 2);
        assertThat(fixture.refusals).isEmpty();
    }

    @Test
    void whoeverWaitsIsToldWhenItAloneFails() throws Exception {
        var fixture = new SpoolFixture(2 * PAGE, DISK, directory);
        var one = fixture.cursor();
        var other = fixture.cursor();
        fixture.put(0, (byte) 1);
        one.read(ByteBuffer.allocate(1));
        var ready = one.ready().toCompletableFuture();

        one.fail(new BindException(Reason.ABORTED, "aborted"));

        assertThat(ready).isDone();
        assertThat(other.unread()).isEqualTo(1);
    }

    @Test
    void whatAllHaveReadDoesNotGoToDiskWhenMemoryIsTight() throws Exception {
        var fixture = new SpoolFixture(16 * PAGE, DISK, directory);
        fixture.pool.most(PAGE);
        var cursor = fixture.cursor();
        for (int page = 0; page < 3; page++) {
            fixture.put((long) page * PAGE, new byte[PAGE]);
            drain(cursor, new ByteArrayOutputStream(), PAGE, new Random(page));
            fixture.disk.runAll();
        }

        assertThat(directory).isEmptyDirectory();
        assertThat(cursor.position()).isEqualTo(3 * PAGE);
    }

    @Test
    void aFullPoolFailsNobodyThoughThereIsNoDisk() {
        var fixture = new SpoolFixture(16 * PAGE, 0, directory);
        fixture.pool.most(0);
        var cursor = fixture.cursor();

        fixture.put(0, (byte) 1);
        fixture.disk.runAll();

        assertThat(fixture.refusals).isEmpty();
        assertThat(cursor.unread()).isEqualTo(1);
    }
}
