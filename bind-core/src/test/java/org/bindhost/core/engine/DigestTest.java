package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.Digest;
import org.bindhost.bind.Resumption;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.moniker.Moniker;
import org.bindhost.storage.LockBytes;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who says by which digest the bytes are known gets no others reported as complete. */
@Timeout(30)
class DigestTest {

    private static final String OTHER = "00".repeat(32);
    private static final int LENGTH = 3_000_000;

    @TempDir Path directory;

    private final byte[] content = new byte[LENGTH];
    private EngineFixture fixture;

    private void begin() {
        new Random(1).nextBytes(content);
        fixture = new EngineFixture(directory);
        fixture.threads.beOurs();
    }

    static Digest digestOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Digest.sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private String sha256() {
        return digestOf(content).hex();
    }

    private Recorder bind(Digest digest, Class<?> type) throws BindException {
        var recorder = new Recorder(BindInfo.PUSH.verifying(digest));
        fixture.bind("a", recorder, type);
        fixture.runAll();
        return recorder;
    }

    @ParameterizedTest
    @ValueSource(
            classes = {InputStream.class, LockBytes.class, SeekableByteChannel.class, Path.class})
    void whatHasItsDigestIsComplete(Class<?> type) throws Exception {
        begin();
        fixture.driver.on("a").content(content);

        var recorder = bind(Digest.sha256(sha256()), type);

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                InputStream.class,
                LockBytes.class,
                SeekableByteChannel.class,
                Path.class,
                Flow.Publisher.class
            })
    void whatHasAnotherIsNot(Class<?> type) throws Exception {
        begin();
        fixture.driver.on("a").content(content);

        var recorder = bind(Digest.sha256(OTHER), type);

        assertThat(recorder.heard())
                .endsWith("stop:FAILED DIGEST_MISMATCH")
                .noneMatch(entry -> entry.contains("last"));
    }

    @Test
    void theFailureTellsBoth() throws Exception {
        begin();
        fixture.driver.on("a").content(content);

        var recorder = bind(Digest.sha256(OTHER), InputStream.class);

        assertThat(recorder.binding().orElseThrow().result().toString())
                .contains("has the SHA-256 " + sha256() + ", and not " + OTHER);
    }

    @Test
    void whatBrokeOffOnItsWayIsVerifiedAsAWhole() throws Exception {
        begin();
        fixture.driver.on("a").content(content);
        fixture.driver.on("a").hold().fail(new BindException(Reason.BROKEN, "no answer came"));

        var recorder = bind(Digest.sha256(sha256()), InputStream.class);
        fixture.threads.clock.advance(java.time.Duration.ofSeconds(1));
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:COMPLETED " + LENGTH);
    }

    /** In pieces, the last before the second. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theOrderInWhichBytesComeDoesNotMatter(boolean isRight) throws Exception {
        begin();
        var names = new RangedNames(content);
        var traits = new DriverTraits("ranged", "the ranged driver", List.of(), 0);
        fixture.engine.addDriver("ranged", traits, names);
        var digest = Digest.sha256(isRight ? sha256() : OTHER);
        var recorder = new Recorder(BindInfo.PULL.verifying(digest));
        fixture.context.registerCallback(recorder);
        var name = Moniker.of(RangedNames.NAME);
        var result = fixture.binder.bindToStorage(name, fixture.context, LockBytes.class);
        fixture.runAll();
        LockBytes bytes = result.content().toCompletableFuture().getNow(null);

        int step = 250_000;
        for (int at = LENGTH - step; at >= 0 && isGoing(recorder); at -= step) {
            var into = ByteBuffer.allocate(step);
            for (int round = 0; round < 100 && into.hasRemaining() && isGoing(recorder); round++) {
                bytes.readAt(at + into.position(), into);
                fixture.runAll();
            }
        }

        assertThat(recorder.heard().get(recorder.heard().size() - 1))
                .isEqualTo(isRight ? "stop:COMPLETED " + LENGTH : "stop:FAILED DIGEST_MISMATCH");
    }

    private static boolean isGoing(Recorder recorder) {
        return recorder.stopped().toCompletableFuture().getNow(null) == null;
    }

    /** The file that is there already is not taken unseen. */
    @Test
    void aLocalFileIsVerifiedAsWell() throws Exception {
        begin();
        Path file = directory.resolve("a.bin");
        Files.write(file, content);
        fixture.driver
                .on("a")
                .answer(
                        new org.bindhost.spi.Content.Blocking(
                                EngineFixture.announced(LENGTH),
                                0,
                                Files.newByteChannel(file),
                                Optional.of(file)));

        var recorder = bind(Digest.sha256(OTHER), Path.class);

        assertThat(recorder.heard()).endsWith("stop:FAILED DIGEST_MISMATCH");
    }

    @Test
    void whoeverWantsAnotherDigestSharesNothing() throws Exception {
        begin();
        fixture.driver.on("a").content(content);
        var right = new Recorder(BindInfo.PUSH.verifying(Digest.sha256(sha256())));
        var wrong = new Recorder(BindInfo.PUSH.verifying(Digest.sha256(OTHER)));
        fixture.bind("a", right, InputStream.class);
        fixture.bind("a", wrong, InputStream.class);
        fixture.runAll();

        assertThat(right.heard()).endsWith("stop:COMPLETED " + LENGTH);
        assertThat(wrong.heard()).endsWith("stop:FAILED DIGEST_MISMATCH");
    }

    @Test
    void whatIsNoDigestIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.sha256("00"));
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.sha256("x".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest("CRC-0", "00"));
        var part = BindInfo.PUSH.from(new Resumption(1, 2, "\"1\"", "script:a"));
        assertThatIllegalArgumentException().isThrownBy(() -> part.verifying(Digest.sha256(OTHER)));
        var whole = BindInfo.PUSH.verifying(Digest.sha256(OTHER));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> whole.from(new Resumption(1, 2, "\"1\"", "script:a")));
    }
}
