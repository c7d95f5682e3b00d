package org.bindhost.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.DataAvailable;
import org.bindhost.container.ReadyState;
import org.junit.jupiter.api.Test;

/** A load and its ends, called as an engine would call it. */
class LoadTest {

    private final List<ReadyState> heard = new ArrayList<>();
    private final Load load = new Load(4, (from, state) -> heard.add(state));

    private static DataAvailable data(String text) {
        return data(new ByteArrayInputStream(text.getBytes(UTF_8)), text.length());
    }

    private static DataAvailable data(ByteArrayInputStream in, long available) {
        return new DataAvailable(true, false, available, Optional.empty(), in);
    }

    /** Rule: whoever asked for a result closes it. */
    @Test
    void theContentIsClosedAtTheEnd() throws BindException {
        var closed = new AtomicBoolean();
        var in =
                new ByteArrayInputStream("abc".getBytes(UTF_8)) {
                    @Override
                    public void close() {
                        closed.set(true);
                    }
                };
        load.onDataAvailable(data(in, 3));
        assertThat(closed).isFalse();

        load.onStopBinding(new BindOutcome.Completed(3));

        assertThat(closed).isTrue();
    }

    @Test
    void whatIsShownInFullIsCompleteHoweverTheRestFared() throws BindException {
        load.onDataAvailable(data("abcdef"));
        load.onStopBinding(new BindOutcome.Failed(new BindException(Reason.BROKEN, "too late")));

        assertThat(load.text()).isEqualTo("abcd");
        assertThat(heard).containsExactly(ReadyState.INTERACTIVE, ReadyState.COMPLETE);
    }

    @Test
    void aTextIsNotCutWithinACharacter() throws BindException {
        load.onDataAvailable(data("abc€"));

        assertThat(load.text()).isEqualTo("abc");
    }
}
