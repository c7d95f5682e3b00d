package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Upload;
import org.junit.jupiter.api.Test;

/** A double is no excuse: it keeps the contract that it stands in for. */
class ScriptedDriverTest extends WritableMonikerClassTests {

    private final ScriptedDriver driver = new ScriptedDriver();
    private final PlainRequest request = new PlainRequest(driver.part("a"));

    @Override
    protected MonikerClass monikerClass() {
        contents().forEach((name, bytes) -> driver.on(name.substring(7)).content(bytes));
        return driver;
    }

    @Override
    protected Map<String, byte[]> contents() {
        return Map.of(
                "script:empty",
                new byte[0],
                "script:short",
                "ab".getBytes(UTF_8),
                "script:long",
                "0123456789".repeat(900).getBytes(UTF_8));
    }

    @Override
    protected String missing() {
        return "script:missing";
    }

    @Override
    protected String writable() {
        return "script:new";
    }

    @Override
    protected List<String> everything() {
        return List.of();
    }

    @Test
    void aNameEndsWhereAnItemBegins() {
        assertThat(driver.recognize("script:a!b", Optional.empty()).found())
                .hasValueSatisfying(found -> assertThat(found.length()).isEqualTo(8));
        assertThat(driver.recognize("script:", Optional.empty())).isEqualTo(Recognition.foreign());
    }

    @Test
    void answersForOneOpenAreUsedUpBeforeTheStandingOne() {
        var redirect = new Content.Redirect("script:c", true);
        driver.on("a").redirect("script:b");
        driver.on("a").answer(redirect);

        assertThat(driver.open(request).toCompletableFuture()).isCompletedWithValue(redirect);
        assertThat(driver.open(request).toCompletableFuture())
                .isCompletedWithValue(new Content.Redirect("script:b", false));
        assertThat(driver.requests()).containsExactly(request, request);
    }

    @Test
    void aConditionThatNoLongerHoldsGetsTheNewContentWhole() throws Exception {
        driver.on("a").content("old");
        var old = (Content.Found) subject().open(request);
        driver.on("a").content("new!");

        var now =
                (Content.Found)
                        subject()
                                .open(
                                        new PlainRequest(driver.part("a"))
                                                .with(old.info().validator().orElseThrow())
                                                .with(range(2)));

        assertThat(now.offset()).isZero();
        assertThat(subject().read(now).start().readAll(() -> 9)).asString().isEqualTo("new!");
    }

    @Test
    void aHeldOpenWaitsForItsAnswer() {
        var held = driver.on("a").hold();
        var stage = driver.open(request).toCompletableFuture();
        assertThat(stage).isNotDone();
        request.cancel();
        assertThat(held.isCancelled()).isTrue();

        held.fail(new BindException(Reason.ABORTED, "cancelled"));

        assertThat(stage).isCompletedExceptionally();
        assertThat(held.request()).contains(request);
    }

    @Test
    void aBodyIsDrivenByHand() throws Exception {
        var body = driver.on("a").body("abc".getBytes(UTF_8), ContentInfo.UNKNOWN, 0);
        var reader = subject().read(subject().open(request)).start();
        reader.grant(9);
        assertThat(reader.received()).isEmpty();

        body.deliverAll();

        assertThat(reader.received()).asString().isEqualTo("abc");
        assertThat(reader.isOver()).isTrue();
    }

    @Test
    void anUploadIsDrivenByHand() throws Exception {
        var upload = driver.on("a").upload();
        var writer =
                new DemandWriter(subject(), subject().await(driver.create(request)), patience());
        upload.ask(3);
        writer.write("abc".getBytes(UTF_8), 9);
        var commit = upload.commit().toCompletableFuture();
        assertThat(commit).isNotDone();

        upload.finish();

        assertThat(commit).isCompleted();
        assertThat(upload.written()).asString().isEqualTo("abc");
    }

    @Test
    void anUploadTakesNoMoreThanItAskedFor() {
        var upload = driver.on("a").upload();
        upload.start(new Deaf());
        upload.ask(2);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> upload.write(ByteBuffer.allocate(3)))
                .withMessageContaining("2 asked for");
    }

    @Test
    void anUploadRefusesWhatItIsToldTo() {
        var upload = driver.on("a").upload();
        var full = new BindException(Reason.STORAGE_FAILED, "full");
        upload.refuse(full);

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> upload.write(ByteBuffer.allocate(1)))
                .isSameAs(full);
    }

    private static ByteRange range(long offset) {
        return new ByteRange(offset, OptionalLong.empty());
    }

    private static final class Deaf implements Upload.Demand {

        @Override
        public void request(long bytes) {}

        @Override
        public void fail(BindException failure) {}
    }
}
