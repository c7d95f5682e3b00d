package org.bindhost.core.running;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bindhost.bind.Registration;
import org.bindhost.moniker.Moniker;

/**
 * Which objects run under which names. Calls nobody but the {@link RunningObject objects}, and none
 * of them under a lock.
 */
public final class RunningTable {

    private final Map<Moniker, List<Entry>> byName = new ConcurrentHashMap<>();
    private final Map<String, List<Entry>> byDisplayName = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();

    /**
     * What came of entering an object.
     *
     * @param registration to be closed when it runs no longer
     * @param isFirst whether nothing was running under an equal name
     */
    public record Entered(Registration registration, boolean isFirst) {}

    /** Enters an object, until the registration is closed. */
    public Entered add(Moniker name, String displayName, int ranking, RunningObject object) {
        var entry = new Entry(name, displayName, ranking, orders.getAndIncrement(), object);
        var former = put(byName, name, entry);
        put(byDisplayName, displayName, entry);
        boolean isFirst = former.stream().noneMatch(e -> e.object().isThere());
        return new Entered(() -> remove(entry), isFirst);
    }

    /** Finds what runs under a name equal to this one. */
    public <T> Optional<T> find(Moniker name, Class<T> type) {
        return entries(byName, name)
                .flatMap(entry -> entry.object().get().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Whether an object of whatever type runs under a name equal to this one. */
    public boolean isRunning(Moniker name) {
        return entries(byName, name).anyMatch(entry -> entry.object().isThere());
    }

    public List<Moniker> names() {
        return byName.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.object().isThere())
                .sorted(Entry.BY_RANK)
                .map(Entry::name)
                .toList();
    }

    boolean isEmpty() {
        return byDisplayName.isEmpty();
    }

    Optional<Moniker> named(String displayName) {
        return entries(byDisplayName, displayName)
                .filter(entry -> entry.object().isThere())
                .map(Entry::name)
                .findFirst();
    }

    private static <K> Stream<Entry> entries(Map<K, List<Entry>> map, K key) {
        return map.getOrDefault(key, List.of()).stream();
    }

    /** Adds an entry, and tells which there were. */
    private static <K> List<Entry> put(Map<K, List<Entry>> map, K key, Entry entry) {
        var all =
                map.merge(
                        key,
                        List.of(entry),
                        (former, added) ->
                                Stream.concat(former.stream(), added.stream())
                                        .sorted(Entry.BY_RANK)
                                        .toList());
        return all.stream().filter(e -> e.order() < entry.order()).toList();
    }

    private void remove(Entry entry) {
        take(byName, entry.name(), entry);
        take(byDisplayName, entry.displayName(), entry);
    }

    private static <K> void take(Map<K, List<Entry>> map, K key, Entry entry) {
        map.computeIfPresent(
                key,
                (k, former) -> {
                    var rest = former.stream().filter(e -> !e.equals(entry)).toList();
                    return rest.isEmpty() ? null : rest;
                });
    }
}
