package org.bindhost.core.drivers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.inspect.DriverSnapshot;
import org.bindhost.spi.MonikerClass;

/** The drivers present, best rank first, older before newer. Safe for use by many threads. */
public final class DriverRegistry {

    private record Entry(
            Driver driver, long order, boolean isAsynchronous, Optional<String> failure) {}

    private static final Comparator<Entry> BY_RANK =
            Comparator.<Entry>comparingInt(e -> -e.driver().traits().ranking())
                    .thenComparingLong(Entry::order);

    private final ConcurrentMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();
    private volatile List<Entry> ranked = List.of();

    /** Adds a driver under a key that is unique to it. */
    public void add(Object key, DriverTraits traits, MonikerClass service) {
        var failure = traits.failure(service.name());
        var driver = new Driver(traits, service);
        entries.put(
                key,
                new Entry(driver, orders.getAndIncrement(), service.isAsynchronous(), failure));
        rank();
    }

    /** Removes a driver, and returns when no thread is inside it. */
    public void remove(Object key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            rank();
            entry.driver().withdraw();
        }
    }

    /** Finds the driver that binds names of a class. */
    public Optional<Driver> find(String monikerClass) {
        return usable().map(Entry::driver)
                .filter(driver -> driver.traits().monikerClass().equals(monikerClass))
                .findFirst();
    }

    /** Finds the driver that binds names of a class, or says what is missing. */
    public Driver require(String monikerClass) throws BindException {
        return find(monikerClass)
                .orElseThrow(
                        () ->
                                new BindException(
                                        Reason.NO_DRIVER,
                                        "no driver for names of class "
                                                + monikerClass
                                                + " is present; there are: "
                                                + classes()));
    }

    /** Lists the drivers that bind, each class once, best rank first. */
    public List<Driver> drivers() {
        var seen = new ArrayList<String>();
        return usable().map(Entry::driver)
                .filter(driver -> isFirst(seen, driver.traits().monikerClass()))
                .toList();
    }

    public Optional<Boolean> isAsynchronous(String monikerClass) {
        return usable().filter(e -> e.driver().traits().monikerClass().equals(monikerClass))
                .map(Entry::isAsynchronous)
                .findFirst();
    }

    public List<DriverSnapshot> snapshots() {
        Predicate<Driver> inUse = drivers()::contains;
        return ranked.stream()
                .sorted(
                        Comparator.comparing(
                                (Entry e) -> e.driver().traits().monikerClass())) // stable: by rank
                .map(e -> snapshot(e, inUse.test(e.driver())))
                .toList();
    }

    private List<String> classes() {
        return drivers().stream().map(d -> d.traits().monikerClass()).sorted().toList();
    }

    private Stream<Entry> usable() {
        return ranked.stream().filter(e -> e.failure().isEmpty());
    }

    private void rank() {
        synchronized (entries) {
            ranked = entries.values().stream().sorted(BY_RANK).toList();
        }
    }

    private static boolean isFirst(List<String> seen, String monikerClass) {
        return !seen.contains(monikerClass) && seen.add(monikerClass);
    }

    private static DriverSnapshot snapshot(Entry entry, boolean inUse) {
        var traits = entry.driver().traits();
        return new DriverSnapshot(
                traits.monikerClass(),
                traits.name(),
                traits.schemes(),
                traits.ranking(),
                entry.isAsynchronous(),
                inUse,
                entry.failure());
    }
}
