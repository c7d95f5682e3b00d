package org.bindhost.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Body;
import org.junit.jupiter.api.Test;

class ScriptedBodyTest {

    private final List<String> heard = new ArrayList<>();
    private final List<ByteBuffer> kept = new ArrayList<>();
    private final ScriptedBody body = new ScriptedBody("abcdef".getBytes(UTF_8));
    private Runnable onBytes = () -> {};

    @Test
    void deliversWhatIsLetGoAsFarAsItIsGranted() {
        body.start(new Listener());
        body.request(2);

        body.deliver(4);
        assertThat(heard).containsExactly("ab");

        body.request(9);
        assertThat(heard).containsExactly("ab", "cd");
        assertThat(body.granted()).isEqualTo(11);
        assertThat(body.delivered()).isEqualTo(4);
    }

    @Test
    void completesAfterWhatWasLetGo() {
        body.start(new Listener());
        body.deliver(3);
        body.complete();
        assertThat(heard).isEmpty();

        body.request(3);

        assertThat(heard).containsExactly("abc", "complete");
    }

    @Test
    void failsAtOnce() {
        body.start(new Listener());
        body.deliver(3);

        body.fail(new BindException(Reason.BROKEN, "cut"));
        body.request(3);

        assertThat(heard).containsExactly("failed BROKEN");
    }

    @Test
    void saysNothingOnceItIsCancelled() {
        body.start(new Listener());
        onBytes = body::cancel;
        body.request(2);

        body.deliverAll();
        body.request(9);

        assertThat(heard).containsExactly("ab");
        assertThat(body.isCancelled()).isTrue();
    }

    @Test
    void doesNotCallTwiceAtOnceWhenGrantedFromWithin() {
        body.start(new Listener());
        onBytes = () -> body.request(2);
        body.deliverAll();

        body.request(2);

        assertThat(heard).containsExactly("ab", "cd", "ef", "complete");
    }

    @Test
    void aBufferThatIsKeptGoesBad() {
        body.start(new Listener());
        body.request(2);

        body.deliver(2);

        assertThat(kept.get(0).get(0)).isEqualTo((byte) 0xEE);
    }

    @Test
    void insistsOnOneStartAndOnRealGrants() {
        body.start(new Listener());

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> body.start(new Listener()));
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> body.request(0));
    }

    private final class Listener implements Body.Receiver {

        @Override
        public void onBytes(ByteBuffer bytes) {
            kept.add(bytes.duplicate());
            heard.add(UTF_8.decode(bytes).toString());
            onBytes.run();
        }

        @Override
        public void onComplete() {
            heard.add("complete");
        }

        @Override
        public void onFailure(BindException failure) {
            heard.add("failed " + failure.reason());
        }
    }
}
