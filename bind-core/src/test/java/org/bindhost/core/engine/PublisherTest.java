package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;
import static org.bindhost.core.engine.EngineFixture.bytes;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber gets. */
class PublisherTest {

    @TempDir Path directory;

    /** Takes what it is given, and asks for more by hand. */
    private static final class Collector implements Flow.Subscriber<ByteBuffer> {

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<String> signals = new ArrayList<>();
        Flow.Subscription subscription;
        Runnable duringNext = () -> {};

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            duringNext.run();
            while (buffer.hasRemaining()) {
                bytes.write(buffer.get());
            }
        }

        @Override
        public void onError(Throwable cause) {
            signals.add(
                    cause instanceof BindException e ? "error " + e.reason() : "error " + cause);
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }

    private final Collector collector = new Collector();

    @SuppressWarnings("unchecked") // a class literal has no type argument
    private void subscribe(BindResult<?> result) {
        ((Flow.Publisher<ByteBuffer>) result.content().toCompletableFuture().join())
                .subscribe(collector);
    }

    @Test
    void publishesEveryByteAndThenTheEnd() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abcde");
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);

        collector.subscription.request(Long.MAX_VALUE);
        fixture.runAll();

        assertThat(collector.bytes).hasToString("abcde");
        assertThat(collector.signals).containsExactly("complete");
    }

    @Test
    void publishesNothingThatWasNotRequested() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abcde");
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();

        subscribe(result);
        fixture.runAll();

        assertThat(collector.bytes.size()).isZero();
        assertThat(collector.signals).isEmpty();
    }

    /** E-02, for a subscriber: its requests are what a pull moves for. */
    @Test
    void aPullMovesOnlyAsBuffersAreRequested() throws BindException {
        var fixture = new EngineFixture(directory);
        byte[] content = new byte[1024 * 1024];
        var body = fixture.driver.on("a").body(content, announced(content.length), 0);
        body.deliverAll();
        var result = fixture.bind("a", new Recorder(BindInfo.PULL), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);
        fixture.runAll();
        assertThat(body.granted()).isEqualTo(Demand.PULL_BYTES);

        collector.subscription.request(Long.MAX_VALUE);
        fixture.runAll();

        assertThat(collector.bytes.size()).isEqualTo(content.length);
        assertThat(collector.signals).containsExactly("complete");
    }

    @Test
    void aFailureReachesTheSubscriber() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        body.deliver(3);
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);
        collector.subscription.request(1);
        fixture.runAll();

        body.complete();
        fixture.runAll();

        assertThat(collector.signals).containsExactly("error TRUNCATED");
    }

    @Test
    void anAbortReachesTheSubscriber() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").body(bytes("abc"), announced(5), 0).deliver(3);
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);

        result.binding().abort();
        fixture.runAll();

        assertThat(collector.signals).containsExactly("error ABORTED");
    }

    @Test
    void aSecondSubscriberIsRefused() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);

        subscribe(result);

        assertThat(collector.signals).hasSize(1).first().asString().startsWith("error");
    }

    @Test
    void cancellingAPullAbortsItsBind() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        body.deliver(3);
        var recorder = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", recorder, Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);

        collector.subscription.cancel();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:ABORTED");
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void aRequestForNothingIsAnError() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").content("abc");
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.runAll();
        subscribe(result);

        collector.subscription.request(0);
        fixture.runAll();

        assertThat(collector.signals).hasSize(1).first().asString().startsWith("error");
    }

    @Test
    void aSubscriberThatThrowsFailsItsPull() throws BindException {
        var fixture = new EngineFixture(directory);
        fixture.driver.on("a").body(bytes("abc"), announced(5), 0).deliver(3);
        var recorder = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", recorder, Flow.Publisher.class);
        fixture.runAll();
        collector.duringNext =
                () -> {
                    throw new IllegalStateException("bug");
                };
        subscribe(result);

        collector.subscription.request(1);
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED CALLBACK_FAILED");
    }

    /** The engine's thread goes on, and so do the turns of the bind. */
    @Test
    void anErrorOfASubscriberFailsItsPullToo() throws BindException {
        var fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(bytes("abc"), announced(5), 0);
        body.deliver(1);
        var recorder = new Recorder(BindInfo.PULL);
        var result = fixture.bind("a", recorder, Flow.Publisher.class);
        fixture.runAll();
        collector.duringNext =
                () -> {
                    throw new AssertionError("a planted error");
                };
        subscribe(result);

        collector.subscription.request(1);
        body.deliver(1);
        fixture.runAll();
        result.binding().abort();
        fixture.runAll();

        assertThat(recorder.heard()).endsWith("stop:FAILED CALLBACK_FAILED");
    }
}
