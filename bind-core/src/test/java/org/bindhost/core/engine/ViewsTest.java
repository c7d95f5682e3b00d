package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bindhost.core.engine.EngineFixture.announced;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindResult;
import org.bindhost.testkit.Recorder;
import org.bindhost.testkit.ScriptedBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber looks at is its own until it returns, whatever happens meanwhile. */
@Timeout(30)
class ViewsTest {

    private static final int COUNT = 60_000;

    @TempDir Path directory;

    private final OneLook subscriber = new OneLook();
    private EngineFixture fixture;
    private ScriptedBody other;
    private BindResult<?> bound;

    /** Keeps what its first buffer has after something has been done. */
    private static final class OneLook implements Flow.Subscriber<ByteBuffer> {

        private Consumer<Flow.Subscription> meanwhile = subscription -> {};
        private Flow.Subscription subscription;
        private byte[] seen = new byte[0];

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ByteBuffer buffer) {
            meanwhile.accept(subscription);
            seen = new byte[buffer.remaining()];
            buffer.get(seen);
        }

        @Override
        public void onError(Throwable cause) {
            // of no interest here
        }

        @Override
        public void onComplete() {
            // of no interest here
        }
    }

    private static byte[] many(char letter) {
        var bytes = new byte[COUNT];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }

    /** One publisher with bytes, and another bind whose bytes have not come. */
    @SuppressWarnings("unchecked") // a class literal has no type argument
    private void begin() throws BindException {
        fixture = new EngineFixture(directory);
        var body = fixture.driver.on("a").body(many('a'), announced(2 * COUNT), 0);
        other = fixture.driver.on("b").body(many('b'), announced(2 * COUNT), 0);
        var result = fixture.bind("a", new Recorder(BindInfo.PUSH), Flow.Publisher.class);
        fixture.bind("b", new Recorder(BindInfo.PUSH), InputStream.class);
        body.deliver(COUNT);
        fixture.runAll();
        bound = result;
        Flow.Publisher<ByteBuffer> publisher = result.content().toCompletableFuture().join();
        publisher.subscribe(subscriber);
    }

    @Test
    void aBufferIsValidUntilOnNextReturnsThoughTheBindIsAborted() throws Exception {
        begin();
        subscriber.meanwhile =
                subscription -> {
                    bound.binding().abort();
                    other.deliver(COUNT);
                };

        subscriber.subscription.request(1);
        fixture.runAll();

        assertThat(subscriber.seen).isNotEmpty().containsOnly('a');
    }

    @Test
    void aBufferIsValidUntilOnNextReturnsThoughItIsCancelled() throws Exception {
        begin();
        subscriber.meanwhile =
                subscription -> {
                    subscription.cancel();
                    bound.binding().abort();
                    other.deliver(COUNT);
                };

        subscriber.subscription.request(1);
        fixture.runAll();

        assertThat(subscriber.seen).isNotEmpty().containsOnly('a');
    }
}
