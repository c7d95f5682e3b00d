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

    /** Enters an object, until the registration is closed. */
    public Registration add(Moniker name, String displayName, int ranking, RunningObject object) {
        var entry = new Entry(name, displayName, ranking, orders.getAndIncrement(), object);
        put(byName, name, entry);
        put(byDisplayName, displayName, entry);
        return () -> remove(entry);
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
                .sorted(Entry.BY_RANK)
                .map(Entry::name)
                .toList();
    }

    boolean isEmpty() {
        return byDisplayName.isEmpty();
    }

    Optional<Moniker> named(String displayName) {
        return entries(byDisplayName, displayName).map(Entry::name).findFirst();
    }

    private static <K> Stream<Entry> entries(Map<K, List<Entry>> map, K key) {
        return map.getOrDefault(key, List.of()).stream();
    }

    private static <K> void put(Map<K, List<Entry>> map, K key, Entry entry) {
        map.merge(
                key,
                List.of(entry),
                (former, added) ->
                        Stream.concat(former.stream(), added.stream())
                                .sorted(Entry.BY_RANK)
                                .toList());
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
