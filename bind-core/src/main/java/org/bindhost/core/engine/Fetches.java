package org.bindhost.core.engine;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.core.spool.Reader;

/**
 * The fetches under way. Equal requests of one requester share one, as long as none of the bytes
 * are gone that the later one needs; nothing is shared with what has ended.
 */
final class Fetches {

    private final Map<Key, Fetch> current = new ConcurrentHashMap<>();

    /** What must be equal for two requests to be one. */
    private record Key(
            String name,
            Set<BindFlag> flags,
            String extraInfo,
            List<MediaRange> accepted,
            Requester requester,
            Optional<Instant> deadline,
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
    <R extends Reader> Seat<R> seat(Core core, BindCall call, Function<Fetch, Optional<R>> how) {
        Optional<Key> key = key(call.spec());
        Optional<Fetch> present = key.map(current::get);
        Optional<R> joined = present.flatMap(how);
        if (joined.isPresent()) {
            return new Seat<>(present.orElseThrow(), joined.get());
        }
        Fetch made = make(core, call, key);
        return new Seat<>(made, how.apply(made).orElseThrow());
    }

    private Fetch make(Core core, BindCall call, Optional<Key> key) {
        var made = new Fetch[1];
        var fetch =
                new Fetch(
                        core,
                        call.handOver(),
                        () -> key.ifPresent(k -> current.remove(k, made[0])));
        made[0] = fetch;
        key.ifPresent(k -> current.put(k, fetch));
        return fetch;
    }

    /** Nothing, for what must not be shared: a request with a verb or a body of its own. */
    private static Optional<Key> key(BindSpec spec) {
        BindInfo info = spec.info();
        if (!info.verb().equals(BindInfo.GET) || info.body().isPresent()) {
            return Optional.empty();
        }
        var flags = EnumSet.noneOf(BindFlag.class);
        flags.addAll(info.flags());
        flags.remove(BindFlag.ASYNCHRONOUS);
        flags.remove(BindFlag.PULL_DATA);
        return Optional.of(
                new Key(
                        spec.moniker().displayName(),
                        flags,
                        info.extraInfo(),
                        spec.accepted(),
                        spec.requester(),
                        spec.options().deadline(),
                        // what stands to the left is fetched in the context of the bind
                        spec.moniker().left().map(left -> spec.context())));
    }
}
