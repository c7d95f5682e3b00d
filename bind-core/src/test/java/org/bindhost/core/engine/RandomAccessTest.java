package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindState;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.Validator;
import org.bindhost.storage.LockBytes;
import org.bindhost.storage.PendingException;
import org.bindhost.storage.ReadResult;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Any byte can be asked for, and comes before the rest: D-24, I-03, I-12. */
@Timeout(30)
class RandomAccessTest {

    private static final int BLOCK = 16 * 1024;
    private static final int LENGTH = 4 * 1024 * 1024 + 7;

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];
    private final RangedNames names = new RangedNames(content);
    private final Recorder recorder = new Recorder(BindInfo.PULL);
    private EngineFixture fixture;

    private <T> BindResult<T> bind(Recorder callback, Class<T> type) throws BindException {
        new Random(11).nextBytes(content);
        fixture = new EngineFixture(directory);
        fixture.threads.beOurs();
        var traits = new DriverTraits("ranged", "the ranged driver", List.of(), 0);
        fixture.engine.addDriver("ranged", traits, names);
        fixture.context.registerCallback(callback);
        var name = Moniker.of(RangedNames.NAME);
        var result = fixture.binder.bindToStorage(name, fixture.context, type);
        fixture.runAll();
        return result;
    }

    private LockBytes pull() throws BindException {
        return bind(recorder, LockBytes.class).content().toCompletableFuture().getNow(null);
    }

    /** Reads so many bytes, as often as there are none yet. */
    private byte[] read(LockBytes bytes, long offset, int count) throws Exception {
        var into = ByteBuffer.allocate(count);
        for (int round = 0; round < 100 && into.hasRemaining(); round++) {
            if (!(bytes.readAt(offset + into.position(), into) instanceof ReadResult.Bytes)) {
                fixture.runAll();
            }
        }
        return into.array();
    }

    private byte[] part(int offset, int count) {
        return Arrays.copyOfRange(content, offset, offset + count);
    }

    @Test
    void aPullFetchesWhatIsReadAndNothingElse() throws Exception {
        LockBytes bytes = pull();
        assertThat(bytes.length()).hasValue(LENGTH);

        assertThat(read(bytes, 3_000_000, 100)).isEqualTo(part(3_000_000, 100));
        assertThat(read(bytes, 10, 100)).isEqualTo(part(10, 100));

        int block = 3_000_000 / BLOCK * BLOCK;
        assertThat(names.asked).containsExactly("0+" + BLOCK, block + "+" + BLOCK);
        assertThat(recorder.binding().orElseThrow().state()).isEqualTo(BindState.ACTIVE);
        bytes.close();
        fixture.runAll();
        assertThat(recorder.heard()).endsWith("stop:ABORTED");
    }

    @Test
    void whoeverReadsOnIsGivenMoreAtATime() throws Exception {
        LockBytes bytes = pull();
        for (int offset = 0; offset < 2_000_000; offset += 5_000) {
            assertThat(read(bytes, offset, 5_000)).isEqualTo(part(offset, 5_000));
        }

        assertThat(names.asked).hasSizeLessThan(12);
    }

    @Test
    void allThatIsReadIsAllThereIs() throws Exception {
        LockBytes bytes = pull();
        assertThat(read(bytes, 0, LENGTH)).isEqualTo(content);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(bytes.readAt(LENGTH, ByteBuffer.allocate(1))).isInstanceOf(ReadResult.End.class);
        assertThat(read(bytes, 77, 1_000)).isEqualTo(part(77, 1_000));
    }

    @Test
    void aPushFetchesAllPieceByPieceAndWhatIsWantedFirst() throws Exception {
        var pushed = new Recorder(BindInfo.PUSH);
        var result = bind(pushed, LockBytes.class);

        assertThat(pushed.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(names.asked).hasSize(5);
        LockBytes bytes = result.content().toCompletableFuture().getNow(null);
        assertThat(read(bytes, 0, LENGTH)).isEqualTo(content);
    }

    @Test
    void withoutRangesTheWholeComesAsFarAsItIsRead() throws Exception {
        names.hasRanges = false;
        LockBytes bytes = pull();

        assertThat(read(bytes, 1_000_000, 10)).isEqualTo(part(1_000_000, 10));

        assertThat(names.bodies).hasSize(1);
        assertThat(names.bodies.get(0).delivered()).isBetween(1_000_010, 1_000_010 + 2 * BLOCK);
        assertThat(read(bytes, 0, 10)).isEqualTo(part(0, 10));
    }

    /** Ranges of what cannot be told apart from a later state are not put together. */
    @Test
    void withoutAStrongValidatorTheWholeIsFetched() throws Exception {
        names.validator = Optional.of(new Validator("W/\"1\"", false));
        LockBytes bytes = pull();

        assertThat(read(bytes, 1_000_000, 10)).isEqualTo(part(1_000_000, 10));

        assertThat(names.asked).containsExactly("0+" + BLOCK, "all");
    }

    /** Servers say of an empty resource that it has no first range. */
    @Test
    void whatHasNoFirstRangeIsFetchedWhole() throws Exception {
        names.refusesRanges = true;
        LockBytes bytes = pull();

        assertThat(read(bytes, 0, 10)).isEqualTo(part(0, 10));
        assertThat(names.asked).containsExactly("0+" + BLOCK, "all");
    }

    @Test
    void aPartShorterThanItWasAskedForIsFollowedByTheRest() throws Exception {
        names.mostAtOnce = 200_000;
        var pushed = new Recorder(BindInfo.PUSH);
        var result = bind(pushed, LockBytes.class);

        assertThat(pushed.heard()).endsWith("stop:COMPLETED " + LENGTH);
        LockBytes bytes = result.content().toCompletableFuture().getNow(null);
        assertThat(read(bytes, 0, LENGTH)).isEqualTo(content);
    }

    @Test
    void aWholeThatEndsEarlyIsTruncated() throws Exception {
        names.hasRanges = false;
        names.mostAtOnce = 10_000;
        bind(recorder, LockBytes.class);

        assertThat(recorder.heard()).endsWith("stop:FAILED TRUNCATED");
    }

    @Test
    void whatHasChangedIsNotMixed() throws Exception {
        LockBytes bytes = pull();
        names.validator = Optional.of(new Validator("\"2\"", true));

        bytes.readAt(1_000_000, ByteBuffer.allocate(10));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED CHANGED");
        assertThatThrownBy(() -> bytes.readAt(0, ByteBuffer.allocate(1)))
                .hasCauseInstanceOf(BindException.class);
    }

    /** D-24. */
    @Test
    void aChannelReadsAnywhere() throws Exception {
        SeekableByteChannel channel =
                bind(recorder, SeekableByteChannel.class)
                        .content()
                        .toCompletableFuture()
                        .getNow(null);
        var into = ByteBuffer.allocate(20);

        assertThat(channel.size()).isEqualTo(LENGTH);
        assertThatThrownBy(() -> channel.position(LENGTH - 20).read(into))
                .isInstanceOf(PendingException.class);
        fixture.runAll();
        assertThat(channel.read(into)).isEqualTo(20);
        assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);

        assertThat(into.array()).isEqualTo(part(LENGTH - 20, 20));
        assertThatThrownBy(() -> channel.position(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(channel.position()).isEqualTo(LENGTH);
        assertThatThrownBy(() -> channel.write(into))
                .isInstanceOf(NonWritableChannelException.class);
    }

    /** A stream of the same name, in a pull, joins what comes in pieces. */
    @Test
    void aStreamJoinsWhatIsReadAtRandom() throws Exception {
        LockBytes bytes = pull();
        read(bytes, 2_000_000, 10);
        fixture.context.registerCallback(new Recorder(BindInfo.PULL));
        var name = Moniker.of(RangedNames.NAME);
        var result = fixture.binder.bindToStorage(name, fixture.context, InputStream.class);
        fixture.runAll();
        var in = result.content().toCompletableFuture().getNow(null);

        var all = new ByteArrayOutputStream();
        for (int round = 0; round < 1_000 && all.size() < LENGTH; round++) {
            try {
                all.writeBytes(in.readNBytes(Math.max(1, in.available())));
            } catch (PendingException e) {
                fixture.runAll();
            }
        }

        assertThat(all.toByteArray()).isEqualTo(content);
        assertThat(names.asked).doesNotContain("all").doesNotHaveDuplicates();
    }
}
