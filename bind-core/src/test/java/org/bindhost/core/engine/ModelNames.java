package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.Freshness;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.Recognition;
import org.bindhost.spi.Validator;
import org.bindhost.testkit.ScriptedBody;
import org.bindhost.testkit.ScriptedDriver;

/**
 * A driver whose every name has one content, of which each opening brings a part that the test
 * delivers step by step; with ranges or without, and answered at once or when the test says so.
 */
final class ModelNames implements MonikerClass {

    final List<Opened> opened = new ArrayList<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private final ScriptedDriver scripts;
    private final byte[] content;
    private final boolean hasRanges;
    private final OptionalLong length;
    private int state;

    /** Whether openings wait for {@link #answer}. */
    boolean holds;

    /** A range is cut off after so many bytes. */
    int mostAtOnce = Integer.MAX_VALUE;

    /**
     * Creates a driver.
     *
     * @param scripts whose names they are, and which makes the bodies
     * @param length what is announced
     */
    ModelNames(ScriptedDriver scripts, byte[] content, boolean hasRanges, OptionalLong length) {
        this.scripts = scripts;
        this.content = content;
        this.hasRanges = hasRanges;
        this.length = length;
    }

    /** One part of the content, on its way. */
    static final class Opened {

        private final ScriptedBody body;
        private final int length;
        private long let;
        private boolean ends;

        private Opened(ScriptedBody body, int length) {
            this.body = body;
            this.length = length;
        }

        ScriptedBody body() {
            return body;
        }

        void deliver(int bytes) {
            let += isOver() ? 0 : bytes;
            body.deliver(bytes);
        }

        /** Ends it after what was delivered so far, or is once it is granted. */
        void end() {
            ends = true;
            body.complete();
        }

        void deliverAll() {
            let = isOver() ? let : length;
            ends = true;
            body.deliverAll();
        }

        /** Whether nothing more comes of it: it has ended, or was given up. */
        boolean isOver() {
            return body.isCancelled() || (ends && body.delivered() == Math.min(let, length));
        }

        @Override
        public String toString() {
            return "a part with "
                    + body.delivered()
                    + " of "
                    + length
                    + " delivered, "
                    + body.granted()
                    + " granted"
                    + (body.isStarted() ? "" : ", not started")
                    + (ends ? ", ended" : "")
                    + (body.isCancelled() ? ", cancelled" : "");
        }
    }

    /** An opening without an answer. */
    private static final class Held {

        private final OpenRequest request;
        private final CompletableFuture<Content> answer = new CompletableFuture<>();
        private boolean cancelled;

        private Held(OpenRequest request) {
            this.request = request;
            request.onCancel(() -> cancelled = true);
        }
    }

    @Override
    public String name() {
        return scripts.name();
    }

    @Override
    public boolean isAsynchronous() {
        return true;
    }

    @Override
    public Recognition recognize(String text, Optional<MonikerPart> left) {
        return scripts.recognize(text, left);
    }

    @Override
    public CompletionStage<Content> open(OpenRequest request) {
        if (!holds) {
            return found(request);
        }
        var waiting = new Held(request);
        held.add(waiting);
        return waiting.answer;
    }

    /** Answers the opening that has waited longest, if one waits. */
    void answer() {
        if (!held.isEmpty()) {
            Held first = held.remove();
            found(first.request).thenAccept(first.answer::complete);
        }
    }

    void answerAll() {
        while (!held.isEmpty()) {
            answer();
        }
    }

    /** From now on it is another state of the content, with the same bytes. */
    void change() {
        state++;
    }

    boolean isLengthKnown() {
        return length.isPresent();
    }

    boolean hasRanges() {
        return hasRanges;
    }

    /** How much was asked for, in all. */
    long granted() {
        return opened.stream().mapToLong(part -> part.body.granted()).sum();
    }

    /** Checks that nobody waits for anything of it. */
    void checkLeftAlone(String why) {
        assertThat(held).as(why).allMatch(waiting -> waiting.cancelled);
        assertThat(opened).as(why).allMatch(Opened::isOver);
    }

    private CompletionStage<Content> found(OpenRequest request) {
        Optional<ByteRange> range =
                request.range()
                        .filter(r -> hasRanges && r.offset() <= content.length)
                        .filter(r -> isCurrent(request));
        int from = range.map(r -> (int) r.offset()).orElse(0);
        long most = range.map(r -> r.length().orElse(Long.MAX_VALUE)).orElse(Long.MAX_VALUE);
        int cut = range.isPresent() ? mostAtOnce : Integer.MAX_VALUE;
        int count = (int) Math.min(Math.min(most, cut), content.length - from);
        byte[] part = Arrays.copyOfRange(content, from, from + count);
        ScriptedBody body = scripts.on(request.name().key()).body(part, info(), from);
        opened.add(new Opened(body, count));
        return scripts.open(request);
    }

    private boolean isCurrent(OpenRequest request) {
        return request.condition().isEmpty() || request.condition().equals(info().validator());
    }

    private ContentInfo info() {
        return new ContentInfo(
                Optional.of("text/plain"),
                length,
                Optional.of(new Validator("\"" + state + "\"", true)),
                Freshness.UNSAID,
                hasRanges);
    }
}
