package org.bindhost.url;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.bindhost.testkit.fault.Bytes;
import org.bindhost.testkit.fault.Entity;
import org.bindhost.testkit.fault.Entity.Framing;
import org.bindhost.testkit.fault.Fault;
import org.bindhost.testkit.fault.FaultServer;

/** One transfer of which everything follows from a seed but the order of threads. */
final class RandomTransfer {

    private static final int LONG_ENOUGH_SECONDS = 60;
    private static final int MOST_BYTES = 300_000;

    private final long seed;
    private final Random chance;
    private final Entity entity;
    private final Entity other;
    private final boolean streams;
    private final List<Fault> faults;
    private final boolean damages;
    private final Seen seen = new Seen();
    private volatile boolean aborted;

    RandomTransfer(long seed) {
        this.seed = seed;
        this.chance = new Random(seed);
        this.streams = chance.nextBoolean();
        this.entity = anyEntity(seed);
        this.other = anyEntity(seed + 1_000_000_000L).framed(entity.framing());
        var any = new AnyFault(chance, entity, other, streams);
        this.faults = any.some();
        this.damages = any.damages();
    }

    private Entity anyEntity(long its) {
        int length = chance.nextInt(8) == 0 ? chance.nextInt(3) : chance.nextInt(MOST_BYTES);
        Entity made = Entity.of(its, length);
        made = chance.nextInt(5) == 0 ? made.framed(Framing.CHUNKED) : made;
        made = chance.nextInt(10) == 0 ? made.framed(Framing.CONNECTION) : made;
        return switch (chance.nextInt(8)) {
            case 0 -> made.withoutRanges();
            case 1 -> made.withoutValidator();
            case 2 -> made.dated();
            case 3 -> made.tagged("W/" + made.tag().orElseThrow());
            default -> made;
        };
    }

    /** Runs it; returns why it failed, or empty if all bytes came, and were right. */
    Optional<Reason> run(BindCore core, FaultServer server, ScheduledExecutorService steering)
            throws Exception {
        String path = "/random-" + seed;
        server.put(path, entity, faults.toArray(Fault[]::new));
        String url = streams ? server.secureUrl(path) : server.url(path);
        try (BindContext context = core.binder().createBindContext(BindOptions.DEFAULT)) {
            context.registerCallback(callback());
            return bind(core, url, context, steering);
        } finally {
            server.remove(path);
        }
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
        if (states().noneMatch(seen::isAllOf)) {
            throw new AssertionError("wrong bytes, and no failure: " + seen.count());
        }
        return Optional.empty();
    }

    private Reason failedAfterRightBytes(BindException failure) {
        if (!damages && states().noneMatch(seen::isPartOf)) {
            throw new AssertionError("wrong bytes, and then it failed: " + seen.count(), failure);
        }
        if (isHonest() && !mayBeTakenAlong(failure.reason())) {
            throw new AssertionError("nothing was done to it, and it failed", failure);
        }
        return failure.reason();
    }

    private Stream<Bytes> states() {
        return Stream.of(entity.bytes(), other.bytes());
    }

    /** Whether nothing was done to it that could make it fail. */
    boolean isHonest() {
        return faults.isEmpty() && !aborted;
    }

    /**
     * By HTTP/2 the fault of another stream may end the connection, and then this one goes with it:
     * it is taken up again, but not where nothing tells that it would be the same. The engine does
     * not ask again after nonsense or silence, from which a stream cannot tell whose they were.
     */
    private boolean mayBeTakenAlong(Reason reason) {
        return streams
                && (reason == Reason.PROTOCOL || reason == Reason.STALLED || !canBeTakenUp());
    }

    private boolean canBeTakenUp() {
        boolean isStrong = entity.tag().filter(tag -> !tag.startsWith("W/")).isPresent();
        return isStrong && entity.ranges() && entity.framing() == Framing.LENGTH;
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
        String protocol = streams ? " by HTTP/2, " : " by HTTP/1.1, ";
        return "seed " + seed + ": " + entity + protocol + faults;
    }
}
