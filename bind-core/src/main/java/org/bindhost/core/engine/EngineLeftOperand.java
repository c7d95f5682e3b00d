package org.bindhost.core.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.ItemContainer;
import org.bindhost.core.drivers.Driver;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.ObjectMonikerClass;
import org.bindhost.storage.LockBytes;

/** What stands to the left of a name, bound when a driver asks for it. */
final class EngineLeftOperand implements LeftOperand {

    private final Core core;
    private final BindSpec spec;
    private final Moniker moniker;
    private final Asking asking;
    private volatile Optional<BindException> failed = Optional.empty();

    /**
     * Who asks for it, and goes on with it.
     *
     * @param driver inside which what is composed on an answer runs
     * @param threads where it may take as long as that driver's other calls
     */
    record Asking(Driver driver, Executor threads) {

        /** Goes on as if called by the engine; once the driver has gone, not at all. */
        void goOn(Runnable action) {
            try {
                threads.execute(() -> driver.release(action));
            } catch (RejectedExecutionException e) {
                driver.release(action); // the engine closes, and the failure is wanted still
            }
        }
    }

    EngineLeftOperand(Core core, BindSpec spec, Moniker moniker, Asking asking) {
        this.core = core;
        this.spec = spec;
        this.moniker = moniker;
        this.asking = asking;
    }

    @Override
    public Moniker moniker() {
        return moniker;
    }

    @Override
    public <T> CompletionStage<T> as(Class<T> type) {
        var handed = new CompletableFuture<T>();
        var unused = had(type).whenComplete((value, thrown) -> hand(handed, value, thrown));
        return handed.minimalCompletionStage();
    }

    private <T> void hand(CompletableFuture<T> handed, T value, Throwable thrown) {
        asking.goOn(
                () -> {
                    if (thrown == null) {
                        handed.complete(value);
                    } else {
                        handed.completeExceptionally(failure(thrown));
                    }
                });
    }

    private BindException failure(Throwable thrown) {
        BindException failure = DriverFailures.flatten(moniker, thrown);
        failed = Optional.of(failure);
        return failure;
    }

    /** Whether whoever asked has a failure from here, and so somebody has told of it already. */
    boolean hasFailedWith(BindException failure) {
        return failed.filter(it -> it == failure).isPresent();
    }

    private <T> CompletionStage<T> had(Class<T> type) {
        if (type == Path.class) {
            return spec.lefts().path(spec, moniker).thenApply(type::cast);
        }
        if (type == LockBytes.class) {
            return spec.lefts().lockBytes(spec, moniker).thenApply(type::cast);
        }
        return object(type);
    }

    private <T> CompletionStage<T> object(Class<T> type) {
        var answer = new CompletableFuture<T>();
        new RunningFirst<>(core, new HopAsking(core, spec, hop()), type)
                .find(
                        new RunningFirst.Then<>(
                                answer::complete,
                                () -> make(type, answer),
                                answer::completeExceptionally));
        return answer.minimalCompletionStage();
    }

    private Hop hop() {
        return Hop.first(moniker, spec.info(), Extent.ALL);
    }

    private <T> void make(Class<T> type, CompletableFuture<T> answer) {
        var opening = new Opening<>(core, spec, hop(), new ObjectAsker<>(type, answer));
        spec.lefts().keep(opening::cancel);
        opening.begin();
    }

    private final class ObjectAsker<T> implements Opening.Asker<T> {

        private final Class<T> type;
        private final CompletableFuture<T> answer;

        ObjectAsker(Class<T> type, CompletableFuture<T> answer) {
            this.type = type;
            this.answer = answer;
        }

        @Override
        public CompletionStage<T> ask(MonikerClass driver, EngineOpenRequest request)
                throws BindException {
            if (driver instanceof ObjectMonikerClass objects) {
                return objects.bindToObject(request, type);
            }
            throw new BindException(Reason.INTERMEDIATE_UNSUPPORTED, lacking(type));
        }

        private String lacking(Class<?> wanted) {
            return wanted == ItemContainer.class
                    ? "nothing is known to hold items of "
                            + moniker
                            + ": nothing runs there, no class claims them, and names of class "
                            + moniker.last().monikerClass()
                            + " are not of containers; if the '!' belongs to the name, write '!!'"
                    : moniker
                            + " cannot be had as "
                            + wanted.getName()
                            + " by what stands to its right";
        }

        @Override
        public void status(BindStatus status, String text) {
            // Only the name that was asked for reports.
        }

        /** Kept by the context, as all objects that are bound on the way to another (C-05). */
        @Override
        public void opened(Driver driver, T object) {
            if (object instanceof AutoCloseable) {
                spec.context().registerObjectBound(object);
            }
            answer.complete(object);
        }

        @Override
        public void failed(BindException failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void dispose(T object) {
            // Whoever made it keeps it; it holds nothing of ours.
        }
    }
}
