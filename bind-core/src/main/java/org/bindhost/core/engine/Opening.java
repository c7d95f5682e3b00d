package org.bindhost.core.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.core.drivers.Driver;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Negotiation;

/**
 * Asks the driver of a name, one hop, for something: content, an upload or an object. Answers once,
 * unless it was cancelled before; what a driver answers after that is handed to be disposed of.
 *
 * @param <T> what is asked for
 */
final class Opening<T> {

    /**
     * How to ask a driver, and whom to tell what came of it.
     *
     * @param <T> what is asked for
     */
    interface Asker<T> {

        CompletionStage<T> ask(MonikerClass driver, EngineOpenRequest request) throws BindException;

        void status(BindStatus status, String text);

        void opened(Driver driver, T answer);

        void failed(BindException failure);

        /** Nobody wants the answer any more. */
        void dispose(T answer);
    }

    private final Core core;
    private final BindSpec spec;
    private final Hop hop;
    private final HopAsking asking;
    private final Asker<T> asker;
    private final OneRegistration withdrawal = new OneRegistration();
    private Runnable cancelRequest = () -> {};
    private Optional<EngineLeftOperand> left = Optional.empty();
    private boolean over;

    Opening(Core core, BindSpec spec, Hop hop, Asker<T> asker) {
        this.core = core;
        this.spec = spec;
        this.hop = hop;
        this.asking = new HopAsking(core, spec, hop);
        this.asker = asker;
    }

    void begin() {
        try {
            asking.check();
            Driver driver = core.drivers().require(hop.moniker().last().monikerClass());
            boolean mayWait = driver.call(MonikerClass::mayWait);
            Executor threads = mayWait ? core.threads().waiting() : core.threads().turns();
            threads.execute(() -> ask(driver, threads));
        } catch (BindException e) {
            fail(e);
        } catch (RuntimeException e) { // a driver's bug, or the engine is closing
            fail(DriverFailures.flatten(hop.moniker(), e));
        }
    }

    /** Gives up; nobody is told. */
    void cancel() {
        if (finish()) {
            cancelRequest();
        }
    }

    private void cancelRequest() {
        Runnable cancel;
        synchronized (this) {
            cancel = cancelRequest;
        }
        cancel.run();
    }

    private void ask(Driver driver, Executor threads) {
        var inside = new EngineLeftOperand.Asking(driver, threads);
        Optional<EngineLeftOperand> beside = left(inside);
        var by = new EngineOpenRequest.By(beside.map(it -> it), hook(inside));
        var made = new EngineOpenRequest(asking, by, asker::status);
        synchronized (this) {
            if (over) {
                return;
            }
            left = beside;
            cancelRequest = () -> driver.release(made::cancel);
        }
        withdrawal.set(driver.onWithdraw(() -> withdrawn(driver)));
        try {
            driver.call(
                    service ->
                            askInside(service, made)
                                    .whenComplete((answer, e) -> answered(driver, answer, e)));
        } catch (BindException e) {
            fail(e);
        } catch (RuntimeException | Error e) { // a driver's bug ends this bind only
            fail(DriverFailures.flatten(hop.moniker(), e));
        }
    }

    private CompletionStage<T> askInside(MonikerClass service, EngineOpenRequest made) {
        try {
            return asker.ask(service, made);
        } catch (BindException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void answered(Driver driver, T answer, Throwable thrown) {
        if (thrown != null) {
            fail(DriverFailures.flatten(hop.moniker(), thrown));
        } else if (answer == null) {
            fail(DriverFailures.flatten(hop.moniker(), new NullPointerException("no answer")));
        } else if (!driver.release(() -> take(driver, answer))) {
            fail(driver.gone());
            asker.dispose(answer); // its driver has gone: nobody is left to be disturbed
        }
    }

    /** Within the driver, so that it cannot be gone before someone is answerable for the answer. */
    private void take(Driver driver, T answer) {
        if (!finish()) {
            asker.dispose(answer);
            return;
        }
        try {
            asker.opened(driver, answer);
        } catch (RuntimeException e) { // thrown by what the driver answered with
            asker.failed(DriverFailures.flatten(hop.moniker(), e));
        }
    }

    private void withdrawn(Driver driver) {
        if (finish()) {
            cancelRequest();
            asker.failed(driver.gone());
        }
    }

    private void fail(BindException failure) {
        if (finish()) {
            asker.failed(isTold(failure) ? failure : asking.told(failure));
        }
    }

    private synchronized boolean isTold(BindException failure) {
        return left.filter(it -> it.hasFailedWith(failure)).isPresent();
    }

    private boolean finish() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
        }
        withdrawal.close();
        return true;
    }

    private Optional<Negotiation> hook(EngineLeftOperand.Asking inside) {
        return spec.hook()
                .map(hook -> new Hook.At(hook, hop.moniker().last().text(), isElsewhere(), inside));
    }

    /** Whether a redirect has led to another origin, or to one that nobody can tell. */
    private boolean isElsewhere() {
        Optional<String> asked = core.origin(spec.moniker().last());
        return hop.number() > 0
                && (asked.isEmpty() || !asked.equals(core.origin(hop.moniker().last())));
    }

    private Optional<EngineLeftOperand> left(EngineLeftOperand.Asking asker) {
        return hop.moniker().left().map(it -> new EngineLeftOperand(core, spec, it, asker));
    }

    /** The failure of a driver that lacks an ability. */
    static BindException lacks(Hop hop, String ability) {
        return new BindException(
                Reason.UNSUPPORTED,
                "names of class "
                        + hop.moniker().last().monikerClass()
                        + ", such as "
                        + hop.moniker()
                        + ", cannot be "
                        + ability);
    }
}
