package org.bindhost.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindResult;

/**
 * The transfer of one name to a file. It has succeeded when the publisher has said so, its bind has
 * said so, and the file has got its name; anything else leaves no file.
 */
final class Transfer {

    @SuppressWarnings("unchecked") // A class literal cannot say what is published.
    static final Class<Flow.Publisher<ByteBuffer>> PUBLISHER =
            (Class<Flow.Publisher<ByteBuffer>>) (Class<?>) Flow.Publisher.class;

    private final Errand errand;
    private final Call call;
    private final long started;
    private final Meter meter = new Meter();
    private final PartFile file;
    private final PartWriter writer;

    Transfer(Errand errand, Call call) {
        this.errand = errand;
        this.call = call;
        this.started = call.nanoTime().getAsLong();
        this.file = new PartFile(errand.target());
        this.writer = new PartWriter(file, meter);
    }

    /** How far it has come. */
    Gauge gauge() {
        return new Gauge(errand.name(), meter.bytes(), meter.expected(), elapsedMillis());
    }

    /**
     * Starts the transfer, in a context of its own: a context keeps what it gave out until it is
     * closed, and of many names the first would be kept to the end of the last.
     *
     * @return completes with how it ended, and never fails
     */
    CompletionStage<TransferReport> start(BindOptions options, BindInfo info) {
        try {
            OpenContexts.Lease lease = call.contexts().open(call.engine().binder(), options);
            lease.context().registerCallback(new Watch(info, meter));
            return bind(lease.context()).whenComplete((report, failure) -> lease.close());
        } catch (IllegalStateException e) {
            // The shell is stopping.
            return CompletableFuture.completedStage(failed(e));
        }
    }

    /** Gives it up; it ends as any other that fails. */
    void abort() {
        writer.onError(new BindException(Reason.ABORTED, "interrupted"));
    }

    private CompletionStage<TransferReport> bind(BindContext context) {
        try {
            return connect(
                    call.engine().binder().bindToStorage(errand.moniker(), context, PUBLISHER));
        } catch (BindException | IllegalStateException e) {
            // The second says that the context was closed before the bind was made.
            return CompletableFuture.completedStage(failed(e));
        }
    }

    /** A failure of either side ends the other, so that both always end. */
    private CompletionStage<TransferReport> connect(BindResult<Flow.Publisher<ByteBuffer>> bind) {
        bind.binding()
                .completion()
                .thenAccept(outcome -> Failure.of(outcome).ifPresent(writer::onError));
        bind.content()
                .whenComplete(
                        (publisher, failure) -> {
                            if (failure == null) {
                                publisher.subscribe(writer);
                            } else {
                                writer.onError(failure);
                            }
                        });
        return writer.received()
                .whenComplete((nothing, failure) -> abortIf(failure != null, bind))
                .handle((nothing, failure) -> Optional.ofNullable(failure))
                .thenCombine(bind.binding().completion(), Transfer::trouble)
                .thenApply(this::finish)
                .exceptionally(this::failed);
    }

    private static void abortIf(boolean failed, BindResult<?> bind) {
        if (failed) {
            bind.binding().abort();
        }
    }

    private static Optional<Throwable> trouble(Optional<Throwable> failure, BindOutcome outcome) {
        return failure.or(() -> Failure.of(outcome));
    }

    /**
     * Runs when nothing more can come, so that the file is this thread's alone. That is right after
     * the last callback and so on a worker; queued behind others, it would keep its file open until
     * all of them had opened theirs.
     */
    private TransferReport finish(Optional<Throwable> trouble) {
        if (trouble.isPresent()) {
            return discard(trouble.get());
        }
        try {
            return report(Optional.of(file.commit(errand.sha256())), Optional.empty());
        } catch (IOException e) {
            return discard(e);
        }
    }

    private TransferReport discard(Throwable trouble) {
        try {
            file.discard();
        } catch (IOException e) {
            trouble.addSuppressed(e);
        }
        return failed(trouble);
    }

    private TransferReport failed(Throwable trouble) {
        return report(Optional.empty(), Optional.of(Failure.of(trouble)));
    }

    private TransferReport report(Optional<String> sha256, Optional<Failure> failure) {
        return new TransferReport(
                errand.name(),
                Optional.of(errand.target()),
                meter.bytes(),
                sha256,
                elapsedMillis(),
                failure);
    }

    private long elapsedMillis() {
        return (call.nanoTime().getAsLong() - started) / 1_000_000;
    }
}
