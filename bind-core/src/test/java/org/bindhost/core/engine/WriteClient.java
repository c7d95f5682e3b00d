package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindProgress;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.bind.DataAvailable;

/**
 * A client that writes, checks each call against the grammar of callbacks, and acts within some.
 */
final class WriteClient implements BindStatusCallback {

    private final ModelClient.Whim whim;
    private final BooleanSupplier isHeld;
    private final Consumer<AssertionError> wrong;
    private Optional<Binding> binding = Optional.empty();
    private Optional<BindOutcome> stop = Optional.empty();
    private boolean inCall;
    private boolean begun;
    private boolean ended;
    private long written;

    WriteClient(ModelClient.Whim whim, BooleanSupplier isHeld, Consumer<AssertionError> wrong) {
        this.whim = whim;
        this.isHeld = isHeld;
        this.wrong = wrong;
    }

    boolean isStarted() {
        return binding.isPresent();
    }

    boolean isInCall() {
        return inCall;
    }

    Optional<BindOutcome> stop() {
        return stop;
    }

    @Override
    public BindInfo getBindInfo() {
        return BindInfo.PUSH;
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        checked(
                () -> {
                    assertThat(binding).as("a second start").isEmpty();
                    binding = Optional.of(started);
                    call();
                });
    }

    @Override
    public void onProgress(BindProgress progress) throws BindException {
        checked(() -> heard(progress));
    }

    private void heard(BindProgress progress) throws BindException {
        assertThat(binding).as("progress before the start").isPresent();
        assertThat(stop).as("progress after the stop").isEmpty();
        assertThat(ended).as("progress after the end").isFalse();
        if (progress.status() == BindStatus.BEGIN_UPLOAD_DATA) {
            assertThat(begun).as("a second beginning").isFalse();
            begun = true;
        } else {
            assertThat(begun).as("progress before the beginning").isTrue();
            assertThat(progress.current()).isGreaterThanOrEqualTo(written);
            written = progress.current();
        }
        ended = progress.status() == BindStatus.END_UPLOAD_DATA;
        call();
    }

    @Override
    public void onDataAvailable(DataAvailable notice) {
        wrong.accept(new AssertionError("data for one that writes"));
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        try {
            assertThat(binding).as("a stop without a start").isPresent();
            assertThat(stop).as("a second stop").isEmpty();
            assertThat(inCall).as("the stop within a call").isFalse();
            assertThat(ended).as("the end").isEqualTo(outcome instanceof BindOutcome.Completed);
        } catch (AssertionError e) {
            wrong.accept(e);
        }
        stop = Optional.of(outcome);
    }

    private void call() throws BindException {
        assertThat(inCall).as("two calls at once").isFalse();
        assertThat(isHeld.getAsBoolean() && !ended).as("a call while held").isFalse();
        assertThat(binding.orElseThrow().state().isTerminal()).as("ended").isEqualTo(ended);
        inCall = true;
        try {
            whim.act();
        } finally {
            inCall = false;
        }
    }

    /** The engine takes what a callback throws for the client's failure, so it is kept as well. */
    private void checked(ModelClient.Whim heard) throws BindException {
        try {
            heard.act();
        } catch (AssertionError e) {
            wrong.accept(e);
            throw e;
        }
    }
}
