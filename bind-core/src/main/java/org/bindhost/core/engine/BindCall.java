package org.bindhost.core.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Priority;
import org.bindhost.moniker.Moniker;

/**
 * One call of a binder, from asking the client how to bind to the result. A synchronous reading has
 * its turns on the calling thread.
 */
final class BindCall {

    private static final Duration LONGEST = Duration.ofDays(10_000);

    private final Engine engine;
    private final EngineBindContext context;
    private final List<BindGroup> groups;
    private final Lefts lefts;
    private final BindSpec spec;
    private final EngineBinding binding;
    private final boolean asynchronous;
    private final Optional<CallerTurns> callerTurns;
    private final OneRegistration deadline = new OneRegistration();
    private boolean handedOver; // before it starts

    /**
     * Asks the client how to bind.
     *
     * @param untilOver whether a synchronous client waits until all is over, and so has the turns;
     *     otherwise until the result can be used
     */
    BindCall(
            Engine engine,
            EngineBinder binder,
            Moniker moniker,
            EngineBindContext context,
            boolean untilOver)
            throws BindException {
        this.engine = engine;
        this.context = context;
        this.groups = List.of(engine.binds(), binder.binds(), context.binds());
        Optional<BindStatusCallback> callback = context.callback();
        BindOptions options = context.options();
        BindInfo info = info(callback);
        this.lefts = new Lefts(engine, binder);
        var client = new Client(callback.orElse(() -> BindInfo.SYNCHRONOUS));
        var hook = client.negotiates() ? Optional.of(new Hook()) : Optional.<Hook>empty();
        this.spec =
                new BindSpec(
                        moniker,
                        info,
                        options,
                        context.accepted(),
                        priority(callback, options),
                        options.requester().orElse(binder.requester()),
                        engine.policies().permit(binder.requester(), options.requester()),
                        context,
                        hook,
                        lefts);
        this.asynchronous = info.has(BindFlag.ASYNCHRONOUS);
        if (!asynchronous && engine.core().threads().isCurrent()) {
            throw wouldWait();
        }
        boolean onCaller = !asynchronous && untilOver;
        this.callerTurns = onCaller ? Optional.of(new CallerTurns()) : Optional.empty();
        this.binding = newBinding(client);
        lefts.ownedBy(binding);
        hook.ifPresent(it -> it.ownedBy(binding));
    }

    private EngineBinding newBinding(Client client) {
        Executor engineTurns = engine.core().threads().turns();
        var turns = new Turns(executor(engineTurns), engineTurns, this::refused);
        return new EngineBinding(engine.nextId(), spec, client, turns, this::stopped);
    }

    private Executor executor(Executor engineTurns) {
        if (callerTurns.isPresent()) {
            return callerTurns.get();
        }
        return asynchronous ? spec.options().executor().orElse(engineTurns) : engineTurns;
    }

    private void stopped() {
        groups.forEach(group -> group.remove(binding));
        deadline.close();
        if (!handedOver) {
            lefts.close();
        }
    }

    /** The executor of a client is gone, and its bind with it. */
    private void refused() {
        binding.abort(); // no effect when it has ended, as every synchronous bind has by then
    }

    EngineBinding binding() {
        return binding;
    }

    BindSpec spec() {
        return spec;
    }

    /** What is asked for, by whoever fetches it for others too and outlives this bind. */
    BindSpec handOver() {
        handedOver = true;
        return spec;
    }

    EngineBindContext context() {
        return context;
    }

    boolean isPull() {
        return asynchronous && spec.info().has(BindFlag.PULL_DATA);
    }

    /** Whether a read would have to fail rather than wait. */
    boolean mustNotWait() {
        return engine.core().threads().isCurrent() || binding.isInTurn();
    }

    /** Carries out a work whose result a synchronous client gets when all is over. */
    <T> BindResult<T> untilOver(Work work, CompletableFuture<T> content) throws BindException {
        start(work);
        if (asynchronous) {
            return new BindResult.Started<>(binding, content.minimalCompletionStage());
        }
        callerTurns.orElseThrow().runUntil(() -> binding.isStopped(), binding::abort);
        Optional<BindException> cause = binding.cause();
        if (cause.isPresent()) {
            throw cause.get();
        }
        return new BindResult.Bound<>(binding, content.join());
    }

    /** Carries out a work whose result a synchronous client gets when it can be used. */
    <T> BindResult<T> untilUsable(Work work, CompletableFuture<T> content) throws BindException {
        start(work);
        if (asynchronous) {
            return new BindResult.Started<>(binding, content.minimalCompletionStage());
        }
        return new BindResult.Bound<>(binding, await(content));
    }

    /** Waits; whoever interrupts that aborts the bind. */
    private <T> T await(CompletableFuture<T> content) throws BindException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return content.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    binding.abort();
                } catch (ExecutionException e) {
                    throw DriverFailures.flatten(spec.moniker(), e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(Work work) {
        binding.carriesOut(work);
        groups.forEach(group -> group.add(binding));
        if (binding.isStopped()) {
            stopped(); // by a closed group, while it joined the others
        }
        spec.options().deadline().ifPresent(this::limit);
        binding.start();
    }

    private void limit(Instant when) {
        Instant now = engine.now();
        if (when.isAfter(now.plus(LONGEST))) {
            return; // as good as none
        }
        long nanos = Math.max(0, Duration.between(now, when).toNanos());
        var failure =
                new BindException(
                        Reason.DEADLINE, spec.moniker() + " was not bound by the deadline " + when);
        deadline.set(engine.core().threads().timer().after(nanos, () -> exceeded(failure)));
    }

    private void exceeded(BindException failure) {
        if (binding.result().isEmpty()) { // one that ends just now may leave its name in vain
            context.setParameter(BindContext.DEADLINE_MONIKER, spec.moniker());
            binding.fail(failure);
        }
    }

    private static BindInfo info(Optional<BindStatusCallback> callback) throws BindException {
        if (callback.isEmpty()) {
            return BindInfo.SYNCHRONOUS;
        }
        try {
            return Objects.requireNonNull(callback.get().getBindInfo(), "getBindInfo answered");
        } catch (RuntimeException e) {
            throw new BindException(Reason.CALLBACK_FAILED, "getBindInfo failed: " + e, e);
        }
    }

    private static Priority priority(Optional<BindStatusCallback> callback, BindOptions options)
            throws BindException {
        try {
            return callback.flatMap(BindStatusCallback::priority).orElse(options.priority());
        } catch (RuntimeException e) {
            throw new BindException(Reason.CALLBACK_FAILED, "priority failed: " + e, e);
        }
    }

    private BindException wouldWait() {
        return new BindException(
                Reason.WOULD_WAIT,
                "a synchronous bind of "
                        + spec.moniker()
                        + " would wait on a thread of the engine");
    }
}
