package org.bindhost.shell;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.Resumption;

/**
 * The transfer of one name to a file. It has succeeded when the publisher has said so, its bind has
 * said so, and the file has got its name; anything else leaves no file, or one to go on with.
 */
final class Transfer {

    private final Errand errand;
    private final Call call;
    private final BindOptions options;
    private final BindInfo info;
    private final long started;
    private final Meter meter = new Meter();
    private final PartFile file;
    private Optional<Attempt> attempt = Optional.empty(); // guarded by the lock
    private boolean aborted; // guarded by the lock
    private volatile Optional<String> note = Optional.empty();

    Transfer(Errand errand, Call call, BindOptions options, BindInfo info) {
        this.errand = errand;
        this.call = call;
        this.options = options;
        this.info = info;
        this.started = call.nanoTime().getAsLong();
        this.file =
                new PartFile(
                        errand.moniker().displayName(),
                        errand.target(),
                        errand.continues(),
                        call.nanoTime());
    }

    /** How far it has come. */
    Gauge gauge() {
        return new Gauge(errand.name(), meter.bytes(), meter.expected(), elapsedMillis());
    }

    /**
     * Starts the transfer.
     *
     * @return completes with how it ended, and never fails
     */
    CompletionStage<TransferReport> start() {
        if (!errand.continues()) {
            return attempt(info)
                    .thenApply(this::finish)
                    .exceptionally(this::failed)
                    .whenComplete((report, failure) -> close());
        }
        try {
            return CompletableFuture.supplyAsync(this::takeUp, call.workers())
                    .thenCompose(this::goOn)
                    .thenApply(this::finish)
                    .exceptionally(this::failed)
                    .whenComplete((report, failure) -> close());
        } catch (RejectedExecutionException e) {
            // The shell is stopping.
            return CompletableFuture.completedStage(failed(e));
        }
    }

    /** Gives it up; it ends as any other that fails. */
    void abort() {
        Optional<Attempt> present;
        synchronized (this) {
            aborted = true;
            present = attempt;
        }
        present.ifPresent(Attempt::abort);
    }

    private synchronized boolean isAborted() {
        return aborted;
    }

    private CompletionStage<Optional<Throwable>> attempt(BindInfo how) {
        var next = new Attempt(errand, call, file, meter);
        Optional<Attempt> former;
        synchronized (this) {
            former = attempt;
            attempt = Optional.of(next);
        }
        former.ifPresent(Attempt::close);
        if (isAborted()) {
            next.abort();
        }
        return next.start(options, how);
    }

    private void close() {
        Optional<Attempt> last;
        synchronized (this) {
            last = attempt;
        }
        last.ifPresent(Attempt::close);
    }

    /** What an earlier run has left: where to go on, or what went wrong in looking. */
    private record TakenUp(Optional<Resumption> place, Optional<Throwable> trouble) {}

    /** It is read once, on a worker: what goes on in a wrong file would be damage. */
    private TakenUp takeUp() {
        try {
            Leftover leftover = file.leftover();
            if (leftover.isOfNoUse()) {
                startAgain("nothing is certain of " + leftover.part());
            }
            if (leftover.place().isEmpty()) {
                return new TakenUp(Optional.empty(), Optional.empty());
            }
            Optional<Leftover.Digested> digested = leftover.digest(this::isAborted);
            if (digested.isEmpty()) {
                startAgain(leftover.part() + " does not hold what its journal tells");
                return new TakenUp(Optional.empty(), Optional.empty());
            }
            Resumption place = leftover.place().get();
            file.goOn(leftover.entry(), digested.get());
            meter.add(place.offset());
            note = Optional.of("went on at byte " + place.offset());
            return new TakenUp(Optional.of(place), Optional.empty());
        } catch (IOException e) {
            return new TakenUp(Optional.empty(), Optional.of(e));
        }
    }

    private void startAgain(String why) throws IOException {
        file.startAgain();
        meter.reset();
        note = Optional.of("started again: " + why);
    }

    private CompletionStage<Optional<Throwable>> goOn(TakenUp taken) {
        if (taken.trouble().isPresent() || taken.place().isEmpty()) {
            return taken.trouble().isPresent()
                    ? CompletableFuture.completedStage(taken.trouble())
                    : attempt(info);
        }
        Resumption place = taken.place().get();
        return attempt(info.from(place)).thenCompose(trouble -> anewIfChanged(place, trouble));
    }

    /** What has changed since the earlier run is of no use. */
    private CompletionStage<Optional<Throwable>> anewIfChanged(
            Resumption place, Optional<Throwable> trouble) {
        boolean hasChanged =
                trouble.filter(t -> Failure.of(t).reason().equals(Reason.CHANGED.name()))
                        .isPresent();
        if (!hasChanged || meter.bytes() != place.offset()) {
            return CompletableFuture.completedStage(trouble);
        }
        try {
            startAgain(Failure.of(trouble.get()).message());
            return attempt(info);
        } catch (IOException e) {
            return CompletableFuture.completedStage(Optional.of(e));
        }
    }

    /**
     * Runs when nothing more can come, so that the file is this thread's alone. That is right after
     * the last callback and so on a worker; queued behind others, it would keep its file open until
     * all of them had opened theirs.
     */
    private TransferReport finish(Optional<Throwable> trouble) {
        if (trouble.isPresent()) {
            return giveUp(trouble.get(), errand.continues());
        }
        try {
            return report(Optional.of(file.commit(errand.sha256())), Optional.empty());
        } catch (DigestMismatchException e) {
            return giveUp(e, false);
        } catch (IOException e) {
            return giveUp(e, errand.continues());
        }
    }

    private TransferReport giveUp(Throwable trouble, boolean keeps) {
        try {
            if (keeps) {
                file.keep();
            } else {
                file.discard();
            }
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
                failure,
                note);
    }

    private long elapsedMillis() {
        return (call.nanoTime().getAsLong() - started) / 1_000_000;
    }
}
