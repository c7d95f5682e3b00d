package org.bindhost.core.engine;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;

/** Has a driver make the object that a name denotes, and tells the client in the order of D-43. */
final class ObjectMaking<T> implements Work, Opening.Asker<T>, Ticket.Holder {

    private final Core core;
    private final EngineBinding binding;
    private final BindSpec spec;
    private final Class<T> type;
    private final Ticket ticket;
    private final CompletableFuture<T> content = new CompletableFuture<>();

    private final OneRegistration opening = new OneRegistration();

    private boolean syncBegun; // touched in turns only

    ObjectMaking(Core core, BindCall call, Class<T> type) {
        this.core = core;
        this.binding = call.binding();
        this.spec = call.spec();
        this.type = type;
        this.ticket = core.scheduler().enroll(spec.priority(), spec.requester().document(), this);
    }

    CompletableFuture<T> content() {
        return content;
    }

    @Override
    public void begin() {
        ticket.from(core.origin(spec.moniker()));
        ticket.open();
    }

    @Override
    public void mayOpen() {
        binding.step(
                client ->
                        new RunningFirst<>(core, new HopAsking(core, spec, Hop.first(spec)), type)
                                .find(
                                        new RunningFirst.Then<>(
                                                this::made, this::make, this::failed)));
    }

    /** What runs already is neither created nor loaded, and so nothing of that is heard (D-42). */
    private void make() {
        binding.step(
                client -> {
                    syncBegun = true;
                    client.status(BindStatus.BEGIN_SYNC_OPERATION, spec.moniker().displayName());
                    open();
                });
    }

    private void open() {
        var newOpening = new Opening<>(core, spec, Hop.first(spec), this);
        opening.set(newOpening::cancel);
        newOpening.begin();
    }

    @Override
    public CompletionStage<T> ask(MonikerClass service, EngineOpenRequest request)
            throws BindException {
        if (service instanceof ObjectMonikerClass objects) {
            return objects.bindToObject(request, type);
        }
        throw core.running().isRunning(spec.moniker())
                ? new BindException(
                        Reason.UNSUPPORTED,
                        "what runs as " + spec.moniker() + " is no " + type.getName())
                : Opening.lacks(Hop.first(spec), "bound to objects");
    }

    @Override
    public void status(BindStatus status, String text) {
        binding.step(client -> client.status(status, text));
    }

    @Override
    public void opened(Driver driver, T object) {
        made(object);
    }

    private void made(T object) {
        ticket.close();
        binding.step(
                client -> {
                    endSync(client);
                    client.object(object);
                    content.complete(object);
                    binding.complete(0);
                });
    }

    @Override
    public void failed(BindException failure) {
        binding.fail(failure);
    }

    @Override
    public void dispose(T object) {
        // Whoever made it keeps it; it holds nothing of ours.
    }

    @Override
    public void granted(long bytes) {
        throw new IllegalStateException("an object asks for no bytes");
    }

    @Override
    public void end(Optional<BindException> cause) {
        ticket.close();
        opening.close();
    }

    /** Begin and end of the synchronous operation pair up, also when it fails (D-45). */
    @Override
    public void lastWords(Client client) throws BindException {
        endSync(client);
    }

    private void endSync(Client client) throws BindException {
        if (syncBegun) {
            syncBegun = false;
            client.status(BindStatus.END_SYNC_OPERATION, spec.moniker().displayName());
        }
    }

    @Override
    public void stopped() {
        binding.cause().ifPresent(content::completeExceptionally);
    }

    @Override
    public void priority(Priority priority) {
        ticket.priority(priority);
    }

    @Override
    public void suspended(boolean isSuspended) {
        ticket.suspended(isSuspended);
    }

    @Override
    public void waits() {
        ticket.stepAside();
    }

    @Override
    public long current() {
        return 0;
    }

    @Override
    public OptionalLong maximum() {
        return OptionalLong.empty();
    }
}
