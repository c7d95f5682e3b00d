package org.bindhost.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;
import org.bindhost.testkit.ManualClock;
import org.eclipse.jetty.io.Content.Chunk;
import org.junit.jupiter.api.Test;

/** What is written, on its way to the connection, with the connection in the test's hand. */
class UploadBodyTest {

    private static final int WINDOW = UploadBody.WINDOW_BYTES;
    private static final Duration MOST = Duration.ofSeconds(60);

    private final AtomicLong granted = new AtomicLong();
    private final AtomicInteger woken = new AtomicInteger();
    private final ManualClock clock = new ManualClock();
    private final UploadBody body = new UploadBody(clock);

    private void start() {
        body.start(
                new Upload.Demand() {
                    @Override
                    public void request(long bytes) {
                        granted.addAndGet(bytes);
                    }

                    @Override
                    public void fail(BindException failure) {
                        throw new AssertionError(failure);
                    }
                });
    }

    private void write(int count) {
        assertThat(body.write(ByteBuffer.allocate(count))).isEmpty();
    }

    @Test
    void nothingIsGrantedAnewBeforeItWasSent() {
        start();
        write(WINDOW);
        assertThat(granted).hasValue(WINDOW);

        Chunk first = body.read();
        assertThat(granted).hasValue(WINDOW);
        first.release();

        assertThat(granted).hasValue(WINDOW + first.remaining());
    }

    @Test
    void bytesWrittenOneByOneLieTogether() {
        start();
        for (int i = 0; i < 1000; i++) {
            write(1);
        }

        assertThat(body.read().remaining()).isEqualTo(1000);
        assertThat(body.read()).isNull();
    }

    @Test
    void whoWaitsForBytesIsWokenOnceByTheNextOnes() {
        body.demand(woken::incrementAndGet);
        assertThat(woken).hasValue(0);

        write(1);
        write(1);

        assertThat(woken).hasValue(1);
    }

    @Test
    void theLastByteIsTheLastOnlyAfterTheEnd() {
        write(10);
        assertThat(body.read().isLast()).isFalse();

        body.demand(woken::incrementAndGet);
        body.end();

        assertThat(woken).hasValue(1);
        assertThat(body.isTaken()).isFalse();
        assertThat(body.read().isLast()).isTrue();
        assertThat(body.isTaken()).isTrue();
    }

    @Test
    void onceItHasFailedItTakesAndGrantsNothing() {
        start();
        write(100);
        Chunk sending = body.read();

        body.fail(new CancellationException("enough"));
        sending.release();

        assertThat(granted).hasValue(WINDOW);
        assertThat(body.write(ByteBuffer.allocate(1))).isPresent();
        assertThat(Chunk.isFailure(body.read())).isTrue();
    }

    @Test
    void noTimePassesWhileTheClientIsWaitedFor() {
        write(10);
        assertThat(body.read()).isNotNull();
        clock.advance(Duration.ofSeconds(59));
        assertThat(body.left(MOST)).isEqualTo(Duration.ofSeconds(1));

        body.demand(woken::incrementAndGet);
        clock.advance(Duration.ofHours(1));

        assertThat(body.left(MOST)).isEqualTo(MOST);
    }
}
