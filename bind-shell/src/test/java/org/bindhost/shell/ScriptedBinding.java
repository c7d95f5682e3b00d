package org.bindhost.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;
import org.bindhost.moniker.Moniker;

/** A binding that ends when it is told to, and remembers how it was steered. */
final class ScriptedBinding implements Binding {

    private final Moniker moniker;
    private final CompletableFuture<BindOutcome> completion = new CompletableFuture<>();
    private Priority priority = Priority.NORMAL;
    private boolean suspended;
    private Optional<Resumption> resumption = Optional.empty();

    ScriptedBinding(Moniker moniker) {
        this.moniker = moniker;
    }

    void complete(long length) {
        completion.complete(new BindOutcome.Completed(length));
    }

    void fail(BindException cause) {
        completion.complete(new BindOutcome.Failed(cause));
    }

    void resumption(Optional<Resumption> place) {
        resumption = place;
    }

    @Override
    public Optional<Resumption> resumption() {
        return resumption;
    }

    @Override
    public long id() {
        return 7;
    }

    @Override
    public Moniker moniker() {
        return moniker;
    }

    @Override
    public BindState state() {
        BindState under = suspended ? BindState.SUSPENDED : BindState.ACTIVE;
        return result().map(BindOutcome::state).orElse(under);
    }

    @Override
    public Optional<BindOutcome> result() {
        return Optional.ofNullable(completion.getNow(null));
    }

    @Override
    public CompletionStage<BindOutcome> completion() {
        return completion;
    }

    @Override
    public Priority priority() {
        return priority;
    }

    @Override
    public void setPriority(Priority other) {
        this.priority = other;
    }

    @Override
    public boolean suspend() {
        boolean changed = !suspended;
        suspended = true;
        return changed;
    }

    @Override
    public boolean resume() {
        boolean changed = suspended;
        suspended = false;
        return changed;
    }

    @Override
    public boolean abort() {
        return completion.complete(new BindOutcome.Aborted());
    }
}
