package org.bindhost.core.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindKey;
import org.bindhost.bind.Digest;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.bind.Resumption;
import org.bindhost.core.policy.Permit;
import org.bindhost.core.spool.Reader;
import org.bindhost.moniker.Moniker;

/**
 * The fetches under way. Equal requests of one requester share one, as long as none of the bytes
 * are gone that the later one needs; nothing is shared with what has ended.
 */
final class Fetches {

    private final Map<Key, Fetch> current = new ConcurrentHashMap<>();

    /** What must be equal for two requests to be one. */
    private record Key(
            Moniker moniker,
            String text, // a driver may see more in it than in the moniker
            Set<BindFlag> flags,
            String extraInfo,
            List<MediaRange> accepted,
            Requester requester,
            Permit permit, // or one would read what only the other may
            Optional<Instant> deadline,
            Map<BindKey<?>, Object> parameters, // a driver may look at them
            Optional<Resumption> resumption,
            Optional<Digest> digest,
            Optional<BindContext> context) {}

    /**
     * A reader of a fetch.
     *
     * @param fetch who brings the bytes
     * @param reader who reads them
     * @param <R> how
     */
    record Seat<R extends Reader>(Fetch fetch, R reader) {}

    /**
     * Finds a fetch, or makes one.
     *
     * @param how makes the reader, if the fetch can still be joined
     */
    <R extends Reader> Seat<R> seat(Core core, BindCall call, Function<Seats, Optional<R>> how) {
        Optional<Key> key = key(call);
        if (key.isEmpty()) {
            return seated(new Fetch(core, call.handOver(), () -> {}), how);
        }
        var seat = new AtomicReference<Seat<R>>();
        current.compute(
                key.get(),
                (k, present) -> {
                    seat.set(
                            joined(Optional.ofNullable(present), how)
                                    .orElseGet(() -> seated(make(core, call, k), how)));
                    return seat.get().fetch();
                });
        return seat.get();
    }

    private static <R extends Reader> Optional<Seat<R>> joined(
            Optional<Fetch> present, Function<Seats, Optional<R>> how) {
        return present.flatMap(
                fetch -> how.apply(fetch.seats()).map(reader -> new Seat<>(fetch, reader)));
    }

    private static <R extends Reader> Seat<R> seated(
            Fetch fetch, Function<Seats, Optional<R>> how) {
        return new Seat<>(fetch, how.apply(fetch.seats()).orElseThrow());
    }

    private Fetch make(Core core, BindCall call, Key key) {
        var made = new AtomicReference<Fetch>();
        made.set(new Fetch(core, call.handOver(), () -> current.remove(key, made.get())));
        return made.get();
    }

    /**
     * Nothing, for what must not be shared: a request with a verb or a body of its own, or whose
     * client has a say in it.
     */
    private static Optional<Key> key(BindCall call) {
        BindSpec spec = call.spec();
        BindInfo info = spec.info();
        boolean isPlain = info.verb().equals(BindInfo.GET) && info.body().isEmpty();
        if (!isPlain || spec.hook().isPresent()) {
            return Optional.empty();
        }
        var flags = EnumSet.noneOf(BindFlag.class);
        flags.addAll(info.flags());
        flags.remove(BindFlag.ASYNCHRONOUS);
        flags.remove(BindFlag.PULL_DATA);
        return Optional.of(
                new Key(
                        spec.moniker(),
                        spec.moniker().displayName(),
                        flags,
                        info.extraInfo(),
                        spec.accepted(),
                        spec.requester(),
                        spec.permit(),
                        spec.options().deadline(),
                        call.context().parameters(),
                        info.resumption(),
                        info.digest(),
                        // what stands to the left is fetched in the context of the bind
                        spec.moniker().left().map(left -> spec.context())));
    }
}
