package org.bindhost.core.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.Priority;
import org.bindhost.spi.Validator;

/**
 * The transfers that bring a resource for a fetch: of all of it, of ranges of it, and of the rest
 * when one of them broke off.
 *
 * <p>Changed in the events of the fetch only; steered and pumped by any thread.
 */
final class Parts {

    private final Core core;
    private final BindSpec spec;
    private final Fetch fetch;
    private final Persistence persistence;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Runnable idleLook;
    private boolean isWatched;
    private boolean begun;
    private boolean inOrder; // it began as one transfer of everything

    Parts(Core core, BindSpec spec, Fetch fetch) {
        this.core = core;
        this.spec = spec;
        this.fetch = fetch;
        this.persistence = new Persistence(core, spec.info());
        this.idleLook = () -> fetch.inEvent(this::releaseIdle);
    }

    // By any thread.

    void steer(Priority priority, boolean isSuspended) {
        for (Part part : parts) {
            part.transfer().priority(priority);
            part.transfer().suspended(isSuspended);
        }
    }

    void waits() {
        parts.forEach(part -> part.transfer().waits());
    }

    /**
     * Asks for more of what is on its way.
     *
     * @return whether all that is wanted comes by itself
     */
    boolean pump() {
        boolean isWhole = false;
        for (Part part : parts) {
            part.transfer().pump();
            isWhole |= part.isWhole();
        }
        return isWhole;
    }

    // In events.

    /** Returns whether this call has begun it. */
    boolean begin(Member first) {
        if (begun) {
            return false;
        }
        begun = true;
        begin(firstExtent(first));
        return true;
    }

    /**
     * Where a resource is read at any place, a range is asked for, to see whether there are any.
     */
    private Extent firstExtent(Member member) {
        boolean isRandom = member.outlet() instanceof RandomOutlet;
        boolean isRead = Persistence.isHarmless(spec.info()); // or it is asked for once only
        inOrder = !isRandom || !isRead || !spec.info().has(BindFlag.ASYNCHRONOUS);
        if (inOrder) {
            return spec.info()
                    .resumption()
                    .filter(earlier -> earlier.length() > 0)
                    .map(Extent::rest)
                    .orElse(Extent.ALL);
        }
        return Extent.first(member.isPull() ? Wanted.BLOCK_BYTES : Demand.PUSH_BYTES);
    }

    private void begin(Extent extent) {
        if (fetch.isOver()) {
            return;
        }
        Hop first = fetch.source().map(hop -> hop.with(extent)).orElse(Hop.first(spec, extent));
        var part = new Part(core, spec, first, fetch);
        parts.add(part);
        fetch.steer();
        part.transfer().begin();
        watchIdle(part);
    }

    /** It may be a range, and none can be joined to it; or of nothing there is no first range. */
    void again(Part part) {
        parts.remove(part);
        inOrder = true;
        begin(Extent.ALL);
    }

    /** Asks for the next range, if that is how this is fetched, or for the rest. */
    void next() {
        Optional<Validator> condition = fetch.condition();
        boolean isBusy = persistence.isPausing() || parts.stream().anyMatch(p -> !p.isWhole());
        if (condition.isEmpty() || isBusy || fetch.isOver()) {
            return;
        }
        long length = fetch.length().orElseThrow();
        Optional<Wanted.Range> wanted = fetch.demand().nextWanted(length);
        if (wanted.isPresent()) {
            begin(Extent.of(wanted.get().from(), wanted.get().to(), condition.get()));
        } else if (parts.isEmpty()) {
            fetch.demand()
                    .nextMissing(length, inOrder)
                    .ifPresent(range -> begin(missing(range, length, condition.get())));
        }
    }

    private Extent missing(Wanted.Range range, long length, Validator condition) {
        return inOrder && range.to() == length
                ? Extent.rest(range.from(), condition)
                : Extent.of(range.from(), range.to(), condition);
    }

    /** A part has come to its end, and others are missing. */
    void ended(Part part, long end, BindException truncated) {
        parts.remove(part);
        long due = Math.min(part.extent().end(), fetch.length().orElse(end));
        boolean isAsAsked = end >= due;
        if (fetch.condition().isEmpty()) {
            fetch.ended(truncated);
        } else if (isAsAsked || persistence.hasProgressed(fetch.received())) {
            fetch.moved();
        } else {
            brokeOff(truncated);
        }
    }

    void failed(Part part, BindException cause) {
        boolean isFirstRange = !part.isWhole() && fetch.isUnanswered();
        if (isFirstRange && cause.reason() == Reason.OUT_OF_RANGE) {
            again(part);
            return;
        }
        parts.remove(part);
        if (!fetch.isOver()) {
            boolean hasShrunk =
                    cause.reason() == Reason.OUT_OF_RANGE && part.extent().condition().isPresent();
            brokeOff(hasShrunk ? shrunk(cause) : cause);
        }
    }

    /** What was there when it was found is not there any more. */
    private BindException shrunk(BindException cause) {
        return new BindException(
                Reason.CHANGED,
                spec.moniker() + " changed while it was being read: " + cause.getMessage(),
                cause);
    }

    private void brokeOff(BindException cause) {
        boolean isUnanswered = fetch.isUnanswered();
        if (!isUnanswered && fetch.condition().isEmpty()) {
            fetch.ended(persistence.unable(cause));
            return;
        }
        if (!isUnanswered && fetch.hasAll()) {
            fetch.completed(); // it broke behind the last byte
            return;
        }
        var pause = persistence.after(cause, isUnanswered, fetch.received());
        if (pause.isEmpty()) {
            fetch.ended(cause);
            return;
        }
        fetch.takenUpAgain(cause);
        persistence.pause(pause.getAsLong(), () -> fetch.inEvent(() -> paused(isUnanswered)));
    }

    private void paused(boolean isUnanswered) {
        if (fetch.isOver()) {
            return;
        }
        persistence.goOn();
        if (isUnanswered) {
            fetch.first().ifPresent(member -> begin(firstExtent(member)));
        } else {
            fetch.moved();
        }
    }

    /** Connections are the origin's and everybody's: one that nobody uses is given back. */
    private void watchIdle(Part part) {
        if (!isWatched && part.transfer().hasOrigin() && !fetch.isOver()) {
            isWatched = true;
            core.idle().add(idleLook);
        }
    }

    private void releaseIdle() {
        boolean canGoOn = fetch.condition().isPresent();
        List<Part> idle = parts.stream().filter(Part::isIdle).toList();
        if (canGoOn) {
            parts.removeAll(idle);
            idle.forEach(part -> part.transfer().cancel());
            fetch.moved(); // somebody may have begun to want more at this very moment
        }
        if (parts.isEmpty() || !(canGoOn || fetch.isUnanswered())) {
            watchNoMore(); // what cannot go on keeps its connection to the end
        }
    }

    private void watchNoMore() {
        isWatched = false;
        core.idle().remove(idleLook);
    }

    /** Nothing more is wanted; whoever keeps a result keeps no driver with it. */
    void close() {
        persistence.close();
        if (isWatched) {
            watchNoMore();
        }
        parts.forEach(part -> part.transfer().cancel());
        parts.clear();
    }
}
