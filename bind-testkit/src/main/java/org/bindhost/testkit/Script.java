package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bindhost.bind.BindException;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Upload;
import org.bindhost.spi.Validator;

/**
 * What one name of a {@link ScriptedDriver} answers. Answers given for one open are used up in the
 * order they were given; after them, every open gets the standing answer.
 *
 * <p><b>Threads.</b> Any thread may call any method.
 */
public final class Script {

    private static final long AHEAD_BYTES = 65_536;

    private final Deque<Function<OpenRequest, CompletionStage<Content>>> once = new ArrayDeque<>();
    private final Deque<CompletionStage<Upload>> uploads = new ArrayDeque<>();
    private Function<OpenRequest, CompletionStage<Content>> standing;

    Script(String name) {
        standing = asked -> CompletableFuture.failedStage(missing(name));
    }

    /**
     * Every open is answered with a text, of known length, with ranges and a strong validator that
     * differs when the text does.
     *
     * @param text the content, as UTF-8
     */
    public void content(String text) {
        content(text.getBytes(UTF_8));
    }

    /**
     * Every open is answered with bytes, of known length, with ranges and a strong validator that
     * differs when the bytes do.
     *
     * @param bytes the content
     */
    public void content(byte[] bytes) {
        content(bytes, describe(bytes));
    }

    /**
     * Every open is answered with bytes, delivered as they are granted.
     *
     * @param bytes the content
     * @param info what to announce; if it says ranges, they are honoured, and one that begins
     *     behind the end fails
     */
    public void content(byte[] bytes, ContentInfo info) {
        byte[] copy = bytes.clone();
        always(asked -> found(copy, info, asked));
    }

    /**
     * Every open is answered with a redirect.
     *
     * @param target the new name, such as {@code "script:b"}
     */
    public void redirect(String target) {
        always(
                asked ->
                        CompletableFuture.completedStage(
                                new Content.Redirect(target, /* keepsVerb= */ false)));
    }

    /**
     * Every open fails.
     *
     * @param failure why
     */
    public void failure(BindException failure) {
        always(asked -> CompletableFuture.failedStage(failure));
    }

    /**
     * One open is answered.
     *
     * @param answer the answer
     */
    public void answer(Content answer) {
        next(asked -> CompletableFuture.completedStage(answer));
    }

    /**
     * One open is answered with a body that the test drives by hand.
     *
     * @param bytes the bytes from the offset on
     * @param info what to announce
     * @param offset which byte of the whole the first one is
     * @return the body
     */
    public ScriptedBody body(byte[] bytes, ContentInfo info, long offset) {
        var body = new ScriptedBody(bytes);
        answer(new Content.Found(info, offset, body));
        return body;
    }

    /**
     * One open is left without an answer.
     *
     * @return what to answer it by
     */
    public ScriptedOpen hold() {
        var open = new ScriptedOpen();
        next(open::begin);
        return open;
    }

    /**
     * One create is answered with an upload that the test drives by hand. Without that, what is
     * written becomes the content at the commit.
     *
     * @return the upload
     */
    public synchronized ScriptedUpload upload() {
        var upload = new ScriptedUpload(0, written -> {});
        uploads.add(CompletableFuture.completedStage(upload));
        return upload;
    }

    /**
     * One create is answered with an upload of the test's own.
     *
     * @param upload the upload
     */
    public synchronized void upload(Upload upload) {
        uploads.add(CompletableFuture.completedStage(upload));
    }

    /**
     * One create fails.
     *
     * @param failure why
     */
    public synchronized void uploadFailure(BindException failure) {
        uploads.add(CompletableFuture.failedStage(failure));
    }

    CompletionStage<Content> open(OpenRequest asked) {
        return nextAnswer().apply(asked);
    }

    synchronized CompletionStage<Upload> create() {
        return uploads.isEmpty()
                ? CompletableFuture.completedStage(new ScriptedUpload(AHEAD_BYTES, this::content))
                : uploads.remove();
    }

    private synchronized void next(Function<OpenRequest, CompletionStage<Content>> answer) {
        once.add(answer);
    }

    private synchronized void always(Function<OpenRequest, CompletionStage<Content>> answer) {
        standing = answer;
    }

    private synchronized Function<OpenRequest, CompletionStage<Content>> nextAnswer() {
        return once.isEmpty() ? standing : once.remove();
    }

    private static BindException missing(String name) {
        return new BindException(
                BindException.Reason.NOT_FOUND, "no answer is scripted for script:" + name);
    }

    private static ContentInfo describe(byte[] bytes) {
        var validator =
                new Validator('"' + Integer.toHexString(Arrays.hashCode(bytes)) + '"', true);
        return new ContentInfo(
                Optional.of("application/octet-stream"),
                OptionalLong.of(bytes.length),
                Optional.of(validator),
                Freshness.UNSAID,
                true);
    }

    private static CompletionStage<Content> found(
            byte[] bytes, ContentInfo info, OpenRequest asked) {
        boolean same = asked.condition().isEmpty() || asked.condition().equals(info.validator());
        var range = asked.range().filter(wanted -> same && info.ranges());
        long offset = range.map(ByteRange::offset).orElse(0L);
        if (offset > 0 && offset >= bytes.length) {
            return CompletableFuture.failedStage(behindTheEnd(bytes.length, offset));
        }
        long rest = bytes.length - offset;
        long length = Math.min(rest, range.map(r -> r.length().orElse(rest)).orElse(rest));
        var body =
                new ScriptedBody(Arrays.copyOfRange(bytes, (int) offset, (int) (offset + length)));
        body.deliverAll();
        return CompletableFuture.completedStage(new Content.Found(info, offset, body));
    }

    private static BindException behindTheEnd(int length, long offset) {
        return new BindException(
                BindException.Reason.OUT_OF_RANGE,
                "it has " + length + " bytes, and so none from byte " + offset);
    }
}
