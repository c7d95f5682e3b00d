package org.bindhost.url;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.content.AsyncContent;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies turn by turn, with time by hand. */
class HttpBodyTest {

    private static final Duration STALL = Duration.ofSeconds(60);
    private static final Duration NEARLY = STALL.minusNanos(1);

    private final ManualAlarm alarm = new ManualAlarm();
    private final AsyncContent source = new AsyncContent();
    private final Reader reader = new Reader();
    private final Request request = new HttpClient().newRequest("http://host/"); // never sent
    private final HttpBody body = body(OptionalLong.empty());

    @AfterEach
    void nothingIsLeft() {
        assertThat(alarm.waiting()).isZero();
    }

    private HttpBody body(OptionalLong length) {
        return new HttpBody(request, length, HttpBodyTest::failure, new StallClock(alarm, STALL));
    }

    private static BindException failure(Throwable thrown) {
        Reason reason = thrown instanceof TimeoutException ? Reason.STALLED : Reason.TRUNCATED;
        return new BindException(reason, String.valueOf(thrown.getMessage()));
    }

    private void comes(String text) {
        source.write(false, ByteBuffer.wrap(text.getBytes(ISO_8859_1)), Callback.NOOP);
    }

    private void ends() {
        source.close();
        body.exchanged(null);
    }

    private void start() {
        body.content(source);
        body.start(reader);
    }

    @Test
    void aFailureBeforeTheStartIsToldAtTheStart() {
        body.exchanged(new EOFException("cut off"));

        body.start(reader);
        body.request(5);

        assertThat(reader.ends()).containsExactly("TRUNCATED");
    }

    @Test
    void anEndBeforeTheStartIsToldAtTheStart() {
        body.exchanged(null);

        body.start(reader);
        body.request(5);

        assertThat(reader.ends()).containsExactly("complete");
    }

    @Test
    void aBodyThatIsThereBeforeTheStartIsDelivered() {
        body.content(source);
        comes("hello");
        ends();

        body.start(reader);
        body.request(6);

        assertThat(reader.text()).isEqualTo("hello");
        assertThat(reader.ends()).containsExactly("complete");
    }

    @Test
    void aCancelBeforeTheStartIsTheEnd() {
        body.cancel();
        body.exchanged(new EOFException("cut off"));

        assertThat(reader.ends()).isEmpty();
    }

    @Test
    void bytesThatAreGrantedAndDoNotComeAreAStall() {
        start();
        body.request(10);

        alarm.pass(NEARLY);
        assertThat(reader.ends()).isEmpty();
        alarm.pass(Duration.ofNanos(1));

        assertThat(reader.ends()).containsExactly("STALLED");
    }

    @Test
    void timeCountsFromTheLastBytes() {
        start();
        body.request(10);
        alarm.pass(NEARLY);
        comes("a");

        alarm.pass(NEARLY);
        assertThat(reader.ends()).isEmpty();
        alarm.pass(Duration.ofNanos(1));

        assertThat(reader.ends()).containsExactly("STALLED");
        assertThat(reader.text()).isEqualTo("a");
    }

    /** A transfer that is suspended, or not read, may be so for ever. */
    @Test
    void whileNothingIsGrantedNoTimePasses() {
        start();
        body.request(1);
        comes("a");

        alarm.pass(STALL.multipliedBy(100));
        body.request(10);
        alarm.pass(NEARLY);

        assertThat(reader.ends()).isEmpty();
        assertThat(reader.text()).isEqualTo("a");
        ends();
        assertThat(reader.ends()).containsExactly("complete");
    }

    @Test
    void aBodyThatIsNotStartedHasNoClock() {
        body.content(source);
        body.request(10);

        alarm.pass(STALL.multipliedBy(100));

        assertThat(alarm.set()).isZero();
    }

    @Test
    void manyBuffersNeedOneAlarm() {
        start();
        body.request(Long.MAX_VALUE);

        for (int i = 0; i < 1000; i++) {
            comes("abc");
        }
        ends();

        assertThat(reader.ends()).containsExactly("complete");
        assertThat(alarm.set()).isEqualTo(1);
    }

    @Test
    void aCancelCallsTheAlarmOff() {
        start();
        body.request(10);

        body.cancel();

        assertThat(alarm.waiting()).isZero();
        assertThat(reader.ends()).isEmpty();
    }
}
