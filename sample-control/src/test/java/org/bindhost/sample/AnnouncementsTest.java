package org.bindhost.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.bindhost.container.ReadyState;
import org.junit.jupiter.api.Test;

/** The order in which ready states are announced. */
class AnnouncementsTest {

    private final List<String> heard = new ArrayList<>();

    /** A listener that has another state reached while it hears of the first. */
    private final Announcements announcements =
            new Announcements(
                    state -> {
                        heard.add("begin " + state);
                        if (state == ReadyState.LOADED) {
                            reach(ReadyState.INTERACTIVE);
                        }
                        heard.add("end " + state);
                    });

    private void reach(ReadyState state) {
        announcements.note(state);
        announcements.tell();
    }

    @Test
    void oneIsToldAfterTheOther() {
        reach(ReadyState.LOADED);

        assertThat(heard)
                .containsExactly(
                        "begin LOADED", "end LOADED", "begin INTERACTIVE", "end INTERACTIVE");
    }

    @Test
    void aListenerThatThrowsHearsOfTheNextAllTheSame() {
        var told = new ArrayList<ReadyState>();
        var throwing =
                new Announcements(
                        state -> {
                            told.add(state);
                            throw new IllegalStateException("the container is wrong");
                        });
        throwing.note(ReadyState.LOADED);
        assertThatIllegalStateException().isThrownBy(throwing::tell);

        throwing.note(ReadyState.COMPLETE);
        assertThatIllegalStateException().isThrownBy(throwing::tell);

        assertThat(told).containsExactly(ReadyState.LOADED, ReadyState.COMPLETE);
    }
}
