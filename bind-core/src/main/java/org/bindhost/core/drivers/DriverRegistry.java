package org.bindhost.core.drivers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.inspect.DriverSnapshot;
import org.bindhost.spi.MonikerClass;

/** The drivers present, best rank first, older before newer. Safe for use by many threads. */
public final class DriverRegistry {

    /**
     * The rank of the classes that every engine has: the lowest, so that others may replace them.
     */
    public static final int CORE_RANKING = Integer.MIN_VALUE;

    private record Entry(
            Driver driver, long order, boolean isAsynchronous, Optional<String> failure) {}

    private static final Comparator<Entry> BY_RANK =
            Comparator.<Entry>comparingInt(e -> e.driver().traits().ranking())
                    .reversed()
                    .thenComparingLong(Entry::order);

    /**
     * The drivers at one moment, as they are asked for.
     *
     * @param ranked all of them, best rank first
     * @param usable those that bind, each class once, best rank first
     * @param byClass the same by the class that they drive
     */
    private record Present(List<Entry> ranked, List<Driver> usable, Map<String, Entry> byClass) {

        static Present of(List<Entry> ranked) {
            var byClass = new LinkedHashMap<String, Entry>();
            ranked.stream()
                    .filter(e -> e.failure().isEmpty())
                    .forEach(e -> byClass.putIfAbsent(e.driver().traits().monikerClass(), e));
            return new Present(
                    ranked,
                    byClass.values().stream().map(Entry::driver).toList(),
                    Map.copyOf(byClass));
        }
    }

    private final ConcurrentMap<Object, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicLong orders = new AtomicLong();
    private volatile Present present = Present.of(List.of());

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
        return Optional.ofNullable(present.byClass().get(monikerClass)).map(Entry::driver);
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
                                                + " is present; "
                                                + present()));
    }

    /**
     * A question to an ability of a driver.
     *
     * @param <A> the ability
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Question<A, T> {
        /**
         * Puts it.
         *
         * @param ability the driver's service, as what is asked of it
         * @return the answer
         * @throws BindException if that is the answer
         */
        T to(A ability) throws BindException;
    }

    /** Asks the driver of a class what its ability tells; empty if it lacks that ability. */
    public <A, T> Optional<T> ask(String monikerClass, Class<A> ability, Question<A, T> question)
            throws BindException {
        return require(monikerClass)
                .call(
                        service ->
                                ability.isInstance(service)
                                        ? Optional.of(question.to(ability.cast(service)))
                                        : Optional.empty());
    }

    /** Says which classes there are drivers for, as a part of a message. */
    public String present() {
        List<String> classes = classes();
        return classes.isEmpty() ? "there are none" : "there are: " + String.join(", ", classes);
    }

    /**
     * Lists the drivers that bind, each class once, best rank first. The same list until they
     * change.
     */
    public List<Driver> drivers() {
        return present.usable();
    }

    /** Lists the classes that somebody brought a driver for, in alphabetical order. */
    public List<String> classes() {
        return drivers().stream()
                .map(Driver::traits)
                .filter(traits -> traits.ranking() != CORE_RANKING)
                .map(DriverTraits::monikerClass)
                .sorted()
                .toList();
    }

    public Optional<Boolean> isAsynchronous(String monikerClass) {
        return Optional.ofNullable(present.byClass().get(monikerClass)).map(Entry::isAsynchronous);
    }

    public List<DriverSnapshot> snapshots() {
        var now = present;
        return now.ranked().stream()
                .sorted(
                        Comparator.comparing(
                                (Entry e) -> e.driver().traits().monikerClass())) // stable: by rank
                .map(e -> snapshot(e, now.usable().contains(e.driver())))
                .toList();
    }

    private void rank() {
        synchronized (entries) {
            present = Present.of(entries.values().stream().sorted(BY_RANK).toList());
        }
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
