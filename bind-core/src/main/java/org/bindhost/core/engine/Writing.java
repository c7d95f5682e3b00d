package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Upload;
import org.bindhost.spi.WritableMonikerClass;

/**
 * Writes what a name denotes, from what the client writes to: a reading with the demand reversed.
 * The driver asks for bytes, the scheduler grants them, and then the client's write goes on.
 */
final class Writing<T>
        implements Work, Opening.Asker<Upload>, Upload.Demand, Ticket.Holder, UploadGate.Target {

    private final Core core;
    private final EngineBinding binding;
    private final BindSpec spec;
    private final String name;
    private final Ticket ticket;
    private final UploadGate gate;
    private final T result;
    private final CompletableFuture<T> content = new CompletableFuture<>();
    private final AtomicBoolean progressPosted = new AtomicBoolean();
    private final OneRegistration opening = new OneRegistration();
    private final OneRegistration withdrawal = new OneRegistration();

    private Driver driver;
    private Upload upload;
    private boolean over;

    /**
     * Creates a writing that has not begun.
     *
     * @param form makes what the client writes to
     */
    Writing(Core core, BindCall call, Function<UploadWriter, T> form) {
        this.core = core;
        this.binding = call.binding();
        this.spec = call.spec();
        this.name = spec.moniker().displayName();
        this.ticket = core.scheduler().enroll(spec.priority(), spec.requester().document(), this);
        this.gate = new UploadGate(this, core.threads().turns());
        this.result =
                form.apply(new UploadWriter(gate, core.threads().waiting(), call::mustNotWait));
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
        var newOpening = new Opening<>(core, spec, Hop.first(spec), this);
        opening.set(newOpening::cancel);
        newOpening.begin();
    }

    @Override
    public CompletionStage<Upload> ask(MonikerClass service, EngineOpenRequest request)
            throws BindException {
        if (!(service instanceof WritableMonikerClass writable)) {
            throw Opening.lacks(Hop.first(spec), "written");
        }
        if (request.appends() && !writable.canAppend()) {
            throw Opening.lacks(Hop.first(spec), "appended to");
        }
        return writable.create(request);
    }

    @Override
    public void status(BindStatus status, String text) {
        binding.step(client -> client.status(status, text));
    }

    @Override
    public void opened(Driver itsDriver, Upload itsUpload) {
        synchronized (this) {
            if (!over) {
                driver = itsDriver;
                upload = itsUpload;
            }
        }
        if (isOver()) {
            itsDriver.release(itsUpload::abort);
            return;
        }
        withdrawal.set(itsDriver.onWithdraw(() -> binding.fail(itsDriver.gone())));
        if (isOver()) {
            return;
        }
        itsUpload.start(this); // within the driver: see Opening
        ticket.opened(); // after it wants bytes, or its place would be someone else's
        binding.step(
                client -> {
                    client.status(BindStatus.BEGIN_UPLOAD_DATA, name);
                    content.complete(result);
                });
    }

    @Override
    public void failed(BindException failure) {
        binding.fail(failure);
    }

    @Override
    public void dispose(Upload itsUpload) {
        itsUpload.abort();
    }

    @Override
    public void request(long bytes) {
        gate.asked(bytes);
    }

    @Override
    public void want(long bytes) {
        ticket.want(bytes);
    }

    @Override
    public void giveBack(long bytes) {
        ticket.arrived(bytes);
    }

    @Override
    public void abort() {
        binding.abort();
    }

    @Override
    public boolean isSuspended() {
        return binding.isSuspended();
    }

    @Override
    public void whenResumed(Runnable action) {
        binding.later(action);
    }

    @Override
    public void fail(BindException failure) {
        binding.fail(failure);
    }

    @Override
    public void granted(long bytes) {
        gate.granted(bytes);
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        int count = bytes.remaining();
        try {
            writeInside(bytes);
        } catch (BindException e) {
            binding.fail(e);
            throw e;
        }
        ticket.arrived(count);
        if (progressPosted.compareAndSet(false, true)) {
            binding.step(this::progress);
        }
    }

    private void writeInside(ByteBuffer bytes) throws BindException {
        Optional<BindException> failure =
                driver.call(
                        service -> {
                            try {
                                upload.write(bytes);
                                return Optional.empty();
                            } catch (BindException | RuntimeException e) {
                                return Optional.of(DriverFailures.flatten(spec.moniker(), e));
                            }
                        });
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void progress(Client client) throws BindException {
        progressPosted.set(false);
        client.progress(BindStatus.UPLOADING_DATA, name, current(), OptionalLong.empty());
    }

    @Override
    public CompletionStage<Void> commit() throws BindException {
        var done = new CompletableFuture<Void>();
        driver.call(
                service -> {
                    try {
                        return upload.commit()
                                .whenComplete((nothing, thrown) -> committed(thrown, done));
                    } catch (RuntimeException e) { // a driver's bug ends this bind only
                        committed(e, done);
                        return done;
                    }
                });
        return done;
    }

    /**
     * What has appeared is there, whoever aborts now: the outcome stands before anybody is told.
     */
    private void committed(Throwable thrown, CompletableFuture<Void> done) {
        if (thrown != null) {
            binding.fail(DriverFailures.flatten(spec.moniker(), thrown));
        } else {
            synchronized (this) {
                over = true;
            }
            binding.complete(current());
        }
        binding.cause().ifPresentOrElse(done::completeExceptionally, () -> done.complete(null));
    }

    @Override
    public void lastWords(Client client) throws BindException {
        if (binding.cause().isEmpty()) {
            client.progress(BindStatus.END_UPLOAD_DATA, name, current(), OptionalLong.empty());
        }
    }

    @Override
    public void end(Optional<BindException> cause) {
        boolean abort;
        synchronized (this) {
            abort = !over;
            over = true;
        }
        withdrawal.close();
        opening.close();
        ticket.close();
        gate.end(cause);
        if (abort && upload != null) {
            driver.release(upload::abort);
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
        return gate.written();
    }

    @Override
    public OptionalLong maximum() {
        return OptionalLong.empty();
    }

    private synchronized boolean isOver() {
        return over;
    }
}
