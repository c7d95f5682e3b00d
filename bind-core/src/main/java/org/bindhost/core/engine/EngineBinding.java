package org.bindhost.core.engine;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;
import org.bindhost.bind.Resumption;
import org.bindhost.inspect.BindingSnapshot;
import org.bindhost.moniker.Moniker;

/**
 * A bind under way. All its callbacks are made from its turns, which never overlap; that alone
 * keeps them in order. Whoever ends it changes {@link BindLife} and posts a turn, and the turn
 * delivers the stop.
 */
final class EngineBinding implements Binding, Lefts.Owner {

    private final long id;
    private final Moniker moniker;
    private final Requester requester;
    private final Lefts lefts;
    private final Client client;
    private final Turns turns;
    private final BindLife life = new BindLife();
    private final CompletableFuture<BindOutcome> completion = new CompletableFuture<>();
    private final Queue<Runnable> deferred = new ArrayDeque<>(); // touched in turns only

    private volatile Priority priority;
    private volatile Work work;
    private Runnable afterStop; // touched in turns only
    private boolean started; // touched in turns only
    private volatile boolean ended; // and its work has heard of it
    private volatile boolean stopped; // changed in turns only

    /**
     * Creates a binding that has not begun.
     *
     * @param afterStop run in a turn when the stop has been heard
     */
    EngineBinding(long id, BindSpec spec, Client client, Turns turns, Runnable afterStop) {
        this.id = id;
        this.moniker = spec.moniker();
        this.requester = spec.requester();
        this.lefts = spec.lefts();
        this.client = client;
        this.turns = turns;
        this.afterStop = afterStop;
        this.priority = spec.priority();
    }

    /** Something that may call back. */
    @FunctionalInterface
    interface Step {
        void take(Client client) throws BindException;
    }

    /** Sets what it carries out, before {@link #start}. */
    void carriesOut(Work itsWork) {
        work = itsWork;
    }

    void start() {
        turns.post(this::firstTurn);
    }

    private void firstTurn() {
        if (life.start()) {
            started = true;
            attempt(c -> c.start(this));
            take(c -> work.begin());
        }
        settle();
    }

    /**
     * Posts a step. It is kept while the bind is suspended, and dropped once the bind has ended.
     */
    void step(Step step) {
        turns.post(() -> take(step));
    }

    private void take(Step step) {
        if (mustWait()) {
            deferred.add(() -> take(step));
            return;
        }
        if (life.state() == BindState.ACTIVE) {
            attempt(step);
        }
        settle();
    }

    /** Posts something that is kept while the bind is suspended, but done also after its end. */
    void later(Runnable action) {
        turns.post(() -> doLater(action));
    }

    private void doLater(Runnable action) {
        if (mustWait()) {
            deferred.add(() -> doLater(action));
        } else {
            action.run();
        }
    }

    /** What comes while suspended waits, and what comes after it waits behind it. */
    private boolean mustWait() {
        BindState state = life.state();
        return state == BindState.SUSPENDED || (!state.isTerminal() && !deferred.isEmpty());
    }

    @Override
    public boolean isSuspended() {
        return life.state() == BindState.SUSPENDED;
    }

    @Override
    public void waits() {
        work.waits();
    }

    boolean isInTurn() {
        return turns.isCurrent();
    }

    private void attempt(Step step) {
        try {
            step.take(client);
        } catch (BindException e) {
            end(Endings.outcome(e));
        }
    }

    boolean complete(long length) {
        return end(new BindOutcome.Completed(length));
    }

    boolean fail(BindException cause) {
        return end(new BindOutcome.Failed(cause));
    }

    private boolean end(BindOutcome outcome) {
        if (!life.end(outcome)) {
            return false;
        }
        try {
            work.end(cause());
        } finally {
            ended = true;
            turns.post(this::settle);
        }
        return true;
    }

    /** Why it ended before it was complete; empty while it has not ended, and if it is complete. */
    Optional<BindException> cause() {
        return life.outcome().flatMap(outcome -> Endings.cause(moniker, outcome));
    }

    private void settle() {
        Optional<BindOutcome> outcome = life.outcome();
        if (outcome.isEmpty() || stopped || !ended) {
            return; // whoever ended it comes back when its work has heard of that
        }
        stopped = true;
        deferred.forEach(turns::post);
        deferred.clear();
        if (started) {
            stop(outcome.get());
        }
        work.stopped();
        afterStop.run();
        letGo();
        completion.complete(outcome.get());
    }

    /** Whoever keeps the handle keeps neither driver nor client alive with it. */
    private void letGo() {
        client.letGo();
        work = new Done(work);
        afterStop = () -> {};
    }

    /** Whether the stop is being heard, or has been, or nobody is to hear it. */
    boolean isStopped() {
        return stopped;
    }

    private void stop(BindOutcome outcome) {
        try {
            work.lastWords(client);
        } catch (BindException e) {
            // The outcome stands already; the first end wins.
            System.getLogger(EngineBinding.class.getName())
                    .log(System.Logger.Level.DEBUG, "a callback failed after the end", e);
        }
        client.stop(outcome);
    }

    BindingSnapshot snapshot() {
        return new BindingSnapshot(
                id,
                moniker().displayName(),
                state(),
                priority,
                requester,
                work.current(),
                work.maximum());
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Moniker moniker() {
        return moniker;
    }

    @Override
    public BindState state() {
        return life.state();
    }

    @Override
    public Optional<BindOutcome> result() {
        return life.outcome();
    }

    @Override
    public CompletionStage<BindOutcome> completion() {
        return completion.minimalCompletionStage();
    }

    @Override
    public Optional<Resumption> resumption() {
        return work.resumption();
    }

    @Override
    public Priority priority() {
        return priority;
    }

    @Override
    public void setPriority(Priority newPriority) {
        priority = newPriority;
        work.priority(newPriority);
        lefts.follow();
    }

    @Override
    public boolean suspend() {
        boolean won = life.suspend();
        if (won) {
            hold();
            lefts.follow();
        }
        return won;
    }

    @Override
    public boolean resume() {
        boolean won = life.resume();
        if (won) {
            hold();
            lefts.follow();
            turns.post(this::takeDeferred);
        }
        return won;
    }

    /** Brings the work to where the bind is, whoever else suspends and resumes at the same time. */
    private void hold() {
        boolean held;
        do {
            held = isSuspended();
            work.suspended(held);
        } while (held != isSuspended());
    }

    private void takeDeferred() {
        var toTake = new ArrayDeque<>(deferred);
        deferred.clear();
        toTake.forEach(Runnable::run); // in order; each defers itself again if suspended meanwhile
    }

    @Override
    public boolean abort() {
        return end(new BindOutcome.Aborted());
    }
}
