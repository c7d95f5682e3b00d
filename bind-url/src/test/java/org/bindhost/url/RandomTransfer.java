package org.bindhost.url;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOutcome;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.BindStatusCallback;
import org.bindhost.bind.Binding;
import org.bindhost.core.BindCore;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.FaultServer;

/** One transfer of which everything follows from a seed but the order of threads. */
final class RandomTransfer {

    private static final int LONG_ENOUGH_SECONDS = 60;

    private final long seed;
    private final Random chance;
    private final Plan plan;
    private final Seen seen = new Seen();
    private volatile boolean aborted;

    RandomTransfer(long seed, Plan.Kind kind) {
        this.seed = seed;
        this.chance = new Random(seed);
        this.plan = kind.of(seed, chance);
    }

    /** Runs it; returns why it failed, or empty if all bytes came, and were right. */
    Optional<Reason> run(BindCore core, FaultServer server, ScheduledExecutorService steering)
            throws Exception {
        plan.pages().forEach(it -> put(server, it));
        String path = plan.pages().get(0).path();
        String url = plan.streams() ? server.secureUrl(path) : server.url(path);
        try (BindContext context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(callback());
            return bind(core, url, context, steering);
        } finally {
            plan.pages().forEach(it -> server.remove(it.path()));
        }
    }

    private static void put(FaultServer server, Plan.Page page) {
        server.put(page.path(), page.entity(), page.faults().toArray(Fault[]::new));
    }

    private BindStatusCallback callback() {
        boolean coded = chance.nextInt(3) == 0;
        BindInfo plain =
                List.of(BindInfo.SYNCHRONOUS, BindInfo.PULL, BindInfo.PUSH).get(chance.nextInt(3));
        var flags = new HashSet<>(plain.flags());
        if (coded) {
            flags.add(BindFlag.ACCEPT_CODINGS);
        }
        BindInfo info = BindInfo.reading(flags.toArray(BindFlag[]::new));
        return () -> info;
    }

    private Optional<Reason> bind(
            BindCore core, String url, BindContext context, ScheduledExecutorService steering)
            throws Exception {
        Class<?> type = AnyResult.TYPES.get(chance.nextInt(AnyResult.TYPES.size()));
        BindResult<?> result;
        try {
            result = core.binder().bindToStorage(core.monikers().parse(url), context, type);
        } catch (BindException e) {
            return Optional.of(failedAfterRightBytes(e));
        }
        steer(result.binding(), steering);
        Optional<Reason> failure = read(result);
        BindOutcome outcome =
                result.binding()
                        .completion()
                        .toCompletableFuture()
                        .get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
        if (failure.isEmpty() && outcome instanceof BindOutcome.Failed failed) {
            throw new AssertionError("all came, and then it failed", failed.cause());
        }
        if (failure.isPresent() && outcome instanceof BindOutcome.Completed) {
            throw new AssertionError("it is complete, and reading it failed: " + failure);
        }
        return failure;
    }

    private Optional<Reason> read(BindResult<?> result) throws Exception {
        try {
            Object value =
                    result.content()
                            .toCompletableFuture()
                            .get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
            AnyResult.read(value, chance, seen);
        } catch (Exception e) {
            return Optional.of(failedAfterRightBytes(failure(e)));
        }
        if (plan.states().stream().noneMatch(seen::isAllOf)) {
            throw new AssertionError("wrong bytes, and no failure: " + seen.count());
        }
        if (plan.isTooLarge()) {
            throw new AssertionError("more came than is allowed: " + seen.count());
        }
        return Optional.empty();
    }

    private Reason failedAfterRightBytes(BindException failure) {
        boolean isRight = plan.states().stream().anyMatch(seen::isPartOf);
        if (!isRight && !plan.ends().damages()) {
            throw new AssertionError("wrong bytes, and then it failed: " + seen.count(), failure);
        }
        if (seen.count() > plan.ends().most()) {
            throw new AssertionError("too many, and then it failed: " + seen.count(), failure);
        }
        if (!aborted && !plan.mayFail(failure.reason())) {
            throw new AssertionError("nothing was done to it, and it failed", failure);
        }
        return failure.reason();
    }

    /** Whether nothing was done to it that could make it fail. */
    boolean isHonest() {
        return plan.ends().honest() && !aborted;
    }

    private static BindException failure(Exception thrown) throws Exception {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException failure) {
                return failure;
            }
        }
        throw thrown;
    }

    /** Suspends and resumes it, or gives it up, while it runs. */
    private void steer(Binding binding, ScheduledExecutorService steering) {
        int choice = chance.nextInt(10);
        int soon = chance.nextInt(5_000);
        if (choice < 3) {
            binding.suspend();
            var unused = steering.schedule(binding::resume, soon, TimeUnit.MICROSECONDS);
        } else if (choice == 3) {
            aborted = true;
            var unused = steering.schedule(binding::abort, soon, TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + plan;
    }
}
