package org.bindhost.core.engine;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.Registration;
import org.bindhost.core.Retrying;

/**
 * How long a fetch is taken up again after it broke off: some times in a row in vain, after pauses
 * that grow. Touched in the events of the fetch only.
 */
final class Persistence {

    /** An attempt that brings less was in vain. */
    private static final long PROGRESS_BYTES = 16 * 1024;

    /** What may be over the next time, also where nothing has answered yet. */
    private static final Set<Reason> PASSING = EnumSet.of(Reason.BROKEN, Reason.BUSY);

    /** What may be over the next time with those who have answered before. */
    private static final Set<Reason> PASSING_ONCE_FOUND =
            EnumSet.of(
                    Reason.BROKEN,
                    Reason.BUSY,
                    Reason.STALLED,
                    Reason.TRUNCATED,
                    Reason.UNREACHABLE,
                    Reason.SERVER_FAILED);

    private static final Set<String> HARMLESS = Set.of(BindInfo.GET, "HEAD");

    private final Core core;
    private final boolean isHarmless;
    private final Retrying limits;
    private int inVain;
    private long reached;
    private Optional<Registration> pause = Optional.empty();
    private boolean closed;

    Persistence(Core core, BindInfo info) {
        this.core = core;
        this.isHarmless = isHarmless(info);
        this.limits = core.retrying().get();
    }

    /** Whether asking twice does no more than asking once, and that is nothing but reading. */
    static boolean isHarmless(BindInfo info) {
        return HARMLESS.contains(info.verb()) && info.body().isEmpty();
    }

    /** Whether enough has come since the last time to be worth an attempt that is not counted. */
    boolean hasProgressed(long received) {
        boolean progressed = received - reached >= PROGRESS_BYTES;
        if (progressed) {
            reached = received;
            inVain = 0;
        }
        return progressed;
    }

    /**
     * Tells how long to wait until it is taken up again.
     *
     * @param isUnanswered whether nothing was found yet
     * @param received how many bytes have come
     * @return the pause in nanoseconds, or empty if there is no sense in it
     */
    OptionalLong after(BindException cause, boolean isUnanswered, long received) {
        Set<Reason> passing = isUnanswered ? PASSING : PASSING_ONCE_FOUND;
        boolean hasProgressed = hasProgressed(received);
        boolean isOver = !hasProgressed && inVain >= limits.attempts();
        boolean isTooLong = cause.retryAfter().compareTo(limits.mostPause()) > 0;
        if (limits.attempts() == 0
                || !isHarmless
                || !passing.contains(cause.reason())
                || isBug(cause)
                || isOver
                || isTooLong) {
            return OptionalLong.empty();
        }
        Duration backOff = hasProgressed ? Duration.ZERO : backOff();
        inVain++;
        Duration asked = cause.retryAfter();
        return OptionalLong.of((backOff.compareTo(asked) < 0 ? asked : backOff).toNanos());
    }

    /** What a driver threw, it will throw again. */
    private static boolean isBug(BindException cause) {
        return cause.getCause() instanceof RuntimeException || cause.getCause() instanceof Error;
    }

    /** Those that broke off together do not come back together. */
    private Duration backOff() {
        long most = limits.mostPause().toNanos();
        long longest = limits.pause().toNanos();
        for (int doubled = 0; doubled < inVain && longest < most; doubled++) {
            longest *= 2;
        }
        long half = Math.min(longest, most) / 2;
        return Duration.ofNanos(half + ThreadLocalRandom.current().nextLong(half + 1));
    }

    /** What it broke off for, and why it cannot go on. */
    BindException unable(BindException cause) {
        return isHarmless
                        && !isBug(cause)
                        && limits.attempts() > 0
                        && PASSING_ONCE_FOUND.contains(cause.reason())
                ? new BindException(
                        cause.reason(),
                        cause.getMessage()
                                + "; it cannot go on there, as nothing tells for sure that it would"
                                + " be the same",
                        cause)
                : cause;
    }

    boolean isPausing() {
        return pause.isPresent();
    }

    /** Waits before the next attempt. */
    void pause(long nanos, Runnable thenDo) {
        if (!closed && pause.isEmpty()) {
            pause = Optional.of(core.threads().timer().after(Math.max(1, nanos), thenDo));
        }
    }

    /** The pause is over. */
    void goOn() {
        pause = Optional.empty();
    }

    void close() {
        closed = true;
        pause.ifPresent(Registration::close);
        pause = Optional.empty();
    }
}
