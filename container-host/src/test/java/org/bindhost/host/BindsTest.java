package org.bindhost.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.moniker.Moniker;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.testkit.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Binds that end together, at the moments an engine cannot be brought to. */
@Timeout(10)
class BindsTest {

    private static final Duration LONGER_THAN_THE_TEST = Duration.ofDays(1);

    private final Document document = new Document(Optional.empty(), Optional.empty());
    private final Binds ofClient = new Binds();
    private final Recorder recorder = new Recorder(BindInfo.PUSH);
    private final Mediator mediator = new Mediator(document, ofClient, recorder);
    private final NeverBegun binding = new NeverBegun();

    @Test
    void aBindThatHasNotBegunIsAbortedToo() {
        mediator.made(binding);

        ofClient.close(LONGER_THAN_THE_TEST);

        assertThat(binding.state()).isEqualTo(BindState.ABORTED);
        assertThat(recorder.heard()).isEmpty();
        assertThat(document.binds().size()).isZero();
    }

    @Test
    void aBindMadeAfterTheEndIsAbortedAtOnce() {
        ofClient.close(LONGER_THAN_THE_TEST);

        mediator.made(binding);

        assertThat(binding.state()).isEqualTo(BindState.ABORTED);
        assertThat(document.binds().size()).isZero();
    }

    /** K-07: nobody waits for the callback that is waiting for it. */
    @Test
    void closedFromItsOwnCallbackItDoesNotWaitForItself() throws BindException {
        binding.hasBegun = true;
        recorder.when("start", () -> ofClient.close(LONGER_THAN_THE_TEST));

        mediator.onStartBinding(binding);

        assertThat(binding.state()).isEqualTo(BindState.ABORTED);
    }

    @Test
    void closedFromItsStopItDoesNotWaitForItself() throws BindException {
        binding.hasBegun = true;
        mediator.onStartBinding(binding);
        recorder.when("stop", () -> ofClient.close(LONGER_THAN_THE_TEST));

        mediator.onStopBinding(new BindOutcome.Aborted());

        assertThat(ofClient.size()).isZero();
        assertThat(recorder.heard()).endsWith("stop:ABORTED");
    }

    /** Else it would stay for the moment between its stop and its completion. */
    @Test
    void aBindThatIsOverBeforeItIsMadeDoesNotJoinAgain() throws BindException {
        binding.hasBegun = true;
        mediator.onStartBinding(binding);
        mediator.onStopBinding(new BindOutcome.Completed(0));

        mediator.made(binding);

        assertThat(ofClient.size()).isZero();
        assertThat(document.binds().size()).isZero();
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        binding.hasBegun = true;
        mediator.made(binding);

        ofClient.close(Duration.ZERO);

        assertThat(binding.state()).isEqualTo(BindState.ABORTED);
        assertThat(ofClient.size()).isEqualTo(1);
    }

    /** A bind without turns: aborted before it has begun it is over, and otherwise it never is. */
    private static final class NeverBegun implements Binding {

        private final CompletableFuture<BindOutcome> completion = new CompletableFuture<>();
        private BindState state = BindState.STARTING;
        private boolean hasBegun;

        @Override
        public long id() {
            return 1;
        }

        @Override
        public Moniker moniker() {
            return Moniker.of(new MonikerPart("script", "a", "script:a"));
        }

        @Override
        public BindState state() {
            return state;
        }

        @Override
        public Optional<BindOutcome> result() {
            return Optional.empty();
        }

        @Override
        public CompletionStage<BindOutcome> completion() {
            return completion;
        }

        @Override
        public Priority priority() {
            return Priority.NORMAL;
        }

        @Override
        public void setPriority(Priority priority) {}

        @Override
        public boolean suspend() {
            return false;
        }

        @Override
        public boolean resume() {
            return false;
        }

        @Override
        public boolean abort() {
            state = BindState.ABORTED;
            if (!hasBegun) {
                completion.complete(new BindOutcome.Aborted());
            }
            return true;
        }
    }
}
