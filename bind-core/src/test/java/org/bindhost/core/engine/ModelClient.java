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
 * A client that checks each call against the grammar of callbacks (D-05 to D-10, D-33), and does
 * something of its own within some of them.
 */
final class ModelClient implements BindStatusCallback {

    /** What it does within a call. */
    interface Whim {
        void act() throws BindException;
    }

    private final BindInfo info;
    private final Whim whim;
    private final BooleanSupplier isHeld;
    private final Consumer<AssertionError> wrong;
    private Optional<Binding> binding = Optional.empty();
    private Optional<BindOutcome> stop = Optional.empty();
    private boolean asked;
    private boolean typeKnown;
    private boolean begun;
    private boolean inCall;
    private boolean refused; // what it was given last
    private boolean ended; // END_DOWNLOAD_DATA was heard
    private long available = -1;
    private long maximum = -1;
    private Optional<DataAvailable> data = Optional.empty();

    /**
     * Creates a client.
     *
     * @param isHeld whether it has suspended or aborted its bind, and must hear nothing but a stop
     * @param wrong told what must not be
     */
    ModelClient(BindInfo info, Whim whim, BooleanSupplier isHeld, Consumer<AssertionError> wrong) {
        this.info = info;
        this.whim = whim;
        this.isHeld = isHeld;
        this.wrong = wrong;
    }

    Optional<Binding> binding() {
        return binding;
    }

    Optional<BindOutcome> stop() {
        return stop;
    }

    Optional<DataAvailable> data() {
        return data;
    }

    @Override
    public BindInfo getBindInfo() {
        assertThat(asked).as("asked twice how to bind").isFalse();
        asked = true;
        return info;
    }

    @Override
    public void onStartBinding(Binding started) throws BindException {
        checked(
                () -> {
                    assertThat(asked).isTrue();
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
        assertThat(ended).as("progress after the end of the data: " + progress).isFalse();
        ended = progress.status() == BindStatus.END_DOWNLOAD_DATA;
        boolean begins = progress.status() == BindStatus.BEGIN_DOWNLOAD_DATA;
        assertThat(begins && begun).as("a second beginning").isFalse();
        begun |= begins;
        if (progress.status() == BindStatus.MIME_TYPE_AVAILABLE) {
            assertThat(begun || typeKnown).as("the type too late, or twice").isFalse();
            typeKnown = true;
        }
        if (progress.status() == BindStatus.DOWNLOADING_DATA || ended) {
            assertThat(begun).as("progress before the beginning").isTrue();
            assertThat(progress.current()).isGreaterThanOrEqualTo(maximum);
            maximum = progress.current();
        }
        call();
    }

    @Override
    public void onDataAvailable(DataAvailable notice) throws BindException {
        checked(() -> heard(notice));
    }

    private void heard(DataAvailable notice) throws BindException {
        assertThat(stop).as("data after the stop").isEmpty();
        assertThat(begun && typeKnown).as("data before the beginning").isTrue();
        assertThat(notice.mediaType()).contains("text/plain");
        assertThat(notice.first()).as("first").isEqualTo(data.isEmpty());
        data.ifPresent(
                former -> {
                    assertThat(former.last()).as("data after the last").isFalse();
                    assertThat(notice.content()).as("one stream").isSameAs(former.content());
                });
        assertThat(notice.available()).isGreaterThanOrEqualTo(Math.max(available, 0));
        assertThat(notice.last()).as("the end is told before the last data").isEqualTo(ended);
        available = notice.available();
        data = Optional.of(notice);
        refused = true;
        call();
        refused = false;
    }

    @Override
    public void onStopBinding(BindOutcome outcome) {
        try {
            heard(outcome);
        } catch (AssertionError e) {
            wrong.accept(e);
        }
    }

    private void heard(BindOutcome outcome) {
        assertThat(binding).as("a stop without a start").isPresent();
        assertThat(stop).as("a second stop").isEmpty();
        assertThat(inCall).as("the stop within a call").isFalse();
        if (outcome instanceof BindOutcome.Completed completed) {
            assertThat(data.orElseThrow().last()).as("completed after the last data").isTrue();
            assertThat(completed.length()).isEqualTo(available);
        }
        stop = Optional.of(outcome);
    }

    private void call() throws BindException {
        assertThat(inCall).as("two calls at once").isFalse();
        boolean isLastWord = refused && ended; // D-38
        assertThat(isHeld.getAsBoolean() && !isLastWord).as("a call while held").isFalse();
        boolean isOver = binding.orElseThrow().state().isTerminal();
        assertThat(isOver && !isLastWord).as("a call after the end").isFalse();
        inCall = true;
        try {
            whim.act();
        } finally {
            inCall = false;
        }
    }

    /** The engine takes what a callback throws for the client's failure, so it is kept as well. */
    private void checked(Whim heard) throws BindException {
        try {
            heard.act();
        } catch (AssertionError e) {
            wrong.accept(e);
            throw e;
        }
    }
}
