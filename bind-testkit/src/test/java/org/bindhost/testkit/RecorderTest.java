package org.bindhost.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.OptionalLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.DataAvailable;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private final Recorder recorder = new Recorder(BindInfo.PULL);

    @Test
    void writesDownWhatItHears() throws Exception {
        recorder.getBindInfo();
        recorder.onProgress(
                new BindProgress(BindStatus.CONNECTING, "127.0.0.1", 0, OptionalLong.empty()));
        recorder.onDataAvailable(data(true, false, 3));
        recorder.onDataAvailable(data(false, false, 5));
        recorder.onDataAvailable(data(false, true, 9));
        recorder.onObjectAvailable("it");
        recorder.onStopBinding(new BindOutcome.Completed(9));

        assertThat(recorder.heard())
                .containsExactly(
                        "info",
                        "progress:CONNECTING 127.0.0.1",
                        "data:first:3",
                        "data:5",
                        "data:last:9",
                        "object:it",
                        "stop:COMPLETED 9");
    }

    @Test
    void marksTheOnlyNoticeAsBoth() throws Exception {
        recorder.onDataAvailable(data(true, true, 9));

        assertThat(recorder.heard()).containsExactly("data:first,last:9");
        assertThat(recorder.data()).contains(data(true, true, 9));
    }

    @Test
    void tellsTheReasonOfAFailure() {
        var failure = new BindException(Reason.NOT_FOUND, "nothing there");

        recorder.onStopBinding(new BindOutcome.Failed(failure));

        assertThat(recorder.heard()).containsExactly("stop:FAILED NOT_FOUND");
        assertThat(recorder.stopped().toCompletableFuture())
                .isCompletedWithValue(new BindOutcome.Failed(failure));
    }

    @Test
    void throwsWhereItIsToldTo() {
        var refusal = new BindException(Reason.CALLBACK_FAILED, "not today");
        recorder.when(
                "data:first",
                () -> {
                    throw refusal;
                });

        assertThatExceptionOfType(BindException.class)
                .isThrownBy(() -> recorder.onDataAvailable(data(true, false, 3)))
                .isSameAs(refusal);
        assertThat(recorder.heard()).containsExactly("data:first:3");
    }

    @Test
    void noticesACallDuringAnother() throws Exception {
        recorder.when("info", () -> recorder.onStopBinding(new BindOutcome.Aborted()));

        recorder.getBindInfo();

        assertThat(recorder.heard()).containsExactly("info", "two at once", "stop:ABORTED");
    }

    private static DataAvailable data(boolean first, boolean last, long available) {
        return new DataAvailable(first, last, available, Optional.empty(), "content");
    }
}
