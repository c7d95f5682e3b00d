package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.Body;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Validator;

/** The one name {@code ranged:}, whose ranges can be had, at once, as far as they are granted. */
final class RangedNames implements MonikerClass {

    static final MonikerPart NAME = new MonikerPart("ranged", "ranged:", "ranged:");

    final List<String> asked = new ArrayList<>();
    final List<ArrayBody> bodies = new ArrayList<>();
    Optional<Validator> validator = Optional.of(new Validator("\"1\"", true));
    boolean hasRanges = true;
    boolean refusesRanges;
    int mostAtOnce = Integer.MAX_VALUE;
    private final byte[] content;

    RangedNames(byte[] content) {
        this.content = content;
    }

    @Override
    public String name() {
        return "ranged";
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> base) {
        return Recognition.foreign();
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        Optional<ByteRange> range = request.range().filter(r -> hasRanges);
        int from = range.map(r -> (int) r.offset()).orElse(0);
        long end = range.map(r -> from + r.length().orElse(content.length)).orElse(Long.MAX_VALUE);
        int to = (int) Math.min(Math.min(end, content.length), (long) from + mostAtOnce);
        asked.add(request.range().map(r -> r.offset() + "+" + r.length().orElse(-1)).orElse("all"));
        if (refusesRanges && request.range().isPresent()) {
            return CompletableFuture.failedStage(
                    new BindException(BindException.Reason.OUT_OF_RANGE, "there are no ranges"));
        }
        var body = new ArrayBody(Arrays.copyOfRange(content, from, to));
        bodies.add(body);
        return CompletableFuture.completedStage(new Content.Found(info(), from, body));
    }

    private ContentInfo info() {
        return new ContentInfo(
                Optional.of("text/plain"),
                OptionalLong.of(content.length),
                validator,
                Freshness.UNSAID,
                hasRanges);
    }

    /** Delivers what is granted, within the grant. */
    static final class ArrayBody implements Body {

        private final byte[] bytes;
        private int at;
        private long granted;
        private boolean delivering;
        private Receiver receiver;
        boolean cancelled;

        ArrayBody(byte[] bytes) {
            this.bytes = bytes;
        }

        int delivered() {
            return at;
        }

        @Override
        public void start(Receiver its) {
            receiver = its;
            if (bytes.length == 0) {
                receiver.onComplete();
            }
        }

        @Override
        public void request(long count) {
            granted += count;
            if (delivering) {
                return;
            }
            delivering = true;
            while (!cancelled && at < bytes.length && granted > 0) {
                int next = (int) Math.min(Math.min(granted, 16 * 1024), bytes.length - at);
                var chunk = ByteBuffer.wrap(bytes, at, next).slice();
                at += next;
                granted -= next;
                receiver.onBytes(chunk);
                if (at == bytes.length && !cancelled) {
                    receiver.onComplete();
                }
            }
            delivering = false;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }
}
