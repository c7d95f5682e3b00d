package org.bindhost.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the values of a bind accept. */
class ValuesTest {

    @Test
    void theMoreUrgentComesFirstAndWithinAClassTheHeavier() {
        var light = new Priority(PriorityClass.NORMAL, 1);
        var heavy = new Priority(PriorityClass.NORMAL, 256);

        assertThat(List.of(Priority.BACKGROUND, light, heavy, Priority.URGENT).stream().sorted())
                .containsExactly(Priority.URGENT, heavy, light, Priority.BACKGROUND);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257, -1})
    void aWeightIsOneTo256(int weight) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Priority(PriorityClass.NORMAL, weight));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "/", "text/", "*/png", "te xt/plain", "text/plain;q=1"})
    void whatIsNoMediaRangeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MediaRange.of(text));
    }

    /** A callback decides how to bind; everything else may be left out (D-14). */
    @Test
    void aCallbackIsAnythingThatSaysHowToBind() throws BindException {
        BindStatusCallback callback = () -> BindInfo.PULL;

        assertThat(callback.getBindInfo().has(BindFlag.PULL_DATA)).isTrue();
        assertThat(callback.priority()).isEmpty();
        assertThat(callback.extension(Runnable.class)).isEmpty();
    }

    /** C-09: with identical arguments and the former one's answers. */
    @Test
    void aDelegatingCallbackForwardsEverything() throws BindException {
        var heard = new ArrayList<String>();
        var inner =
                new BindStatusCallback() {
                    @Override
                    public BindInfo getBindInfo() {
                        return BindInfo.PUSH;
                    }

                    @Override
                    public Optional<Priority> priority() {
                        return Optional.of(Priority.URGENT);
                    }

                    @Override
                    public void onObjectAvailable(Object object) {
                        heard.add("object " + object);
                    }

                    @Override
                    public void onStopBinding(BindOutcome outcome) {
                        heard.add("stop " + outcome.state());
                    }
                };
        var outer = new DelegatingBindStatusCallback(inner);

        outer.onObjectAvailable("x");
        outer.onStopBinding(new BindOutcome.Aborted());

        assertThat(outer.getBindInfo()).isSameAs(BindInfo.PUSH);
        assertThat(outer.priority()).contains(Priority.URGENT);
        assertThat(heard).containsExactly("object x", "stop ABORTED");
    }
}
