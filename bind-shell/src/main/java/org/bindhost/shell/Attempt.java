package org.bindhost.shell;

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

/** One bind whose bytes are written to a file that is arriving. */
final class Attempt implements AutoCloseable {

    @SuppressWarnings("unchecked") // A class literal cannot say what is published.
    static final Class<Flow.Publisher<ByteBuffer>> PUBLISHER =
            (Class<Flow.Publisher<ByteBuffer>>) (Class<?>) Flow.Publisher.class;

    private final Errand errand;
    private final Call call;
    private final Meter meter;
    private final PartFile file;
    private final PartWriter writer;
    private volatile Optional<OpenContexts.Lease> lease = Optional.empty();

    Attempt(Errand errand, Call call, PartFile file, Meter meter) {
        this.errand = errand;
        this.call = call;
        this.meter = meter;
        this.file = file;
        this.writer = new PartWriter(file, meter);
    }

    /**
     * Starts it, in a context of its own: a context keeps what it gave out until it is closed, and
     * of many names the first would be kept to the end of the last.
     *
     * @return completes with what has gone wrong when nothing more can come, and never fails
     */
    CompletionStage<Optional<Throwable>> start(BindOptions options, BindInfo info) {
        try {
            OpenContexts.Lease opened = call.contexts().open(call.engine().binder(), options);
            lease = Optional.of(opened);
            opened.context().registerCallback(new Watch(info, meter));
            return bind(opened.context());
        } catch (IllegalStateException e) {
            // The shell is stopping.
            return CompletableFuture.completedStage(Optional.of(e));
        }
    }

    /** Closes its context; last of all, when the file has been cleared away. */
    @Override
    public void close() {
        lease.ifPresent(OpenContexts.Lease::close);
    }

    /** Gives it up; it ends as any other that fails. */
    void abort() {
        writer.onError(new BindException(Reason.ABORTED, "interrupted"));
    }

    private CompletionStage<Optional<Throwable>> bind(BindContext context) {
        try {
            return connect(
                    call.engine().binder().bindToStorage(errand.moniker(), context, PUBLISHER));
        } catch (BindException | IllegalStateException e) {
            // The second says that the context was closed before the bind was made.
            return CompletableFuture.completedStage(Optional.of(e));
        }
    }

    /** A failure of either side ends the other, so that both always end. */
    private CompletionStage<Optional<Throwable>> connect(
            BindResult<Flow.Publisher<ByteBuffer>> bind) {
        file.isOf(bind.binding()::resumption);
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
                .thenCombine(bind.binding().completion(), Attempt::trouble)
                .exceptionally(Optional::of);
    }

    private static void abortIf(boolean failed, BindResult<?> bind) {
        if (failed) {
            bind.binding().abort();
        }
    }

    private static Optional<Throwable> trouble(Optional<Throwable> failure, BindOutcome outcome) {
        return failure.or(() -> Failure.of(outcome));
    }
}
