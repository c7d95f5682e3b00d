package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.bindhost.bind.Binding;
import org.bindhost.bind.Requester;
import org.bindhost.bind.Traffic;
import org.bindhost.core.CoreSettings;
import org.bindhost.core.Retrying;
import org.bindhost.core.classes.CoreClasses;
import org.bindhost.core.drivers.DriverRegistry;
import org.bindhost.core.drivers.DriverTraits;
import org.bindhost.core.drivers.ParserRegistry;
import org.bindhost.core.naming.Names;
import org.bindhost.core.policy.OrderedRule;
import org.bindhost.core.policy.Policies;
import org.bindhost.core.running.EngineRunningObjects;
import org.bindhost.core.running.RunningHeads;
import org.bindhost.core.running.RunningServices;
import org.bindhost.core.running.RunningTable;
import org.bindhost.core.schedule.Limits;
import org.bindhost.core.schedule.Scheduler;
import org.bindhost.core.spool.PagePool;
import org.bindhost.core.spool.SpoolLimits;
import org.bindhost.core.spool.SpoolThreads;
import org.bindhost.inspect.BindingSnapshot;
import org.bindhost.inspect.DriverSnapshot;
import org.bindhost.inspect.Inspector;
import org.bindhost.moniker.Monikers;
import org.bindhost.spi.DisplayNameParser;
import org.bindhost.spi.MonikerClass;

/** Everything that binds share, from the drivers to the threads: the door of this package. */
public final class Engine implements Inspector, AutoCloseable {

    private final DriverRegistry drivers = new DriverRegistry();
    private final ParserRegistry parsers = new ParserRegistry();
    private final RunningTable running = new RunningTable();
    private final Names names = new Names(drivers, parsers, running::isRunning);
    private final RunningServices runningServices = new RunningServices(running, names);
    private final BindGroup binds = new BindGroup();
    private final Policies policies = new Policies();
    private final AtomicLong ids = new AtomicLong();
    private final Clock clock = Clock.systemUTC();
    private final Threads threads;
    private final PagePool pool;
    private final Core core;
    private volatile SpoolLimits spoolLimits;
    private volatile Retrying retrying;
    private volatile Duration idle;

    /**
     * Creates an engine.
     *
     * @throws IOException if the directory of the spool cannot be made
     */
    public Engine(CoreSettings settings) throws IOException {
        this(settings, new EngineThreads(), System::nanoTime);
    }

    Engine(CoreSettings settings, Threads threads, LongSupplier nanos) throws IOException {
        this.spoolLimits = spoolLimits(settings);
        this.retrying = settings.retrying();
        this.idle = settings.sharing().idle();
        this.threads = threads;
        var scheduler = new Scheduler(nanos, threads.timer(), limits(settings));
        this.pool = new PagePool(settings.totalMemoryBytes());
        var spools = new Spools(() -> spoolLimits, pool, spoolThreads(threads));
        core =
                new Core(
                        drivers,
                        names,
                        runningObjects(),
                        scheduler,
                        threads,
                        spools,
                        new Fetches(),
                        () -> retrying,
                        new IdleWatch(threads.timer(), () -> idle));
        CoreClasses.addTo(drivers, clock);
        settings.policy()
                .rules()
                .forEach(it -> policies.put(it, OrderedRule.of(it.name(), it.options())));
        rankRunning(RunningHeads.RANKING);
    }

    /**
     * Takes new settings; binds under way keep what they were given.
     *
     * @throws IOException if the directory of the spool cannot be made; the old settings stay
     */
    public void configure(CoreSettings settings) throws IOException {
        spoolLimits = spoolLimits(settings);
        pool.most(settings.totalMemoryBytes());
        retrying = settings.retrying();
        idle = settings.sharing().idle();
        core.scheduler().limits(limits(settings));
    }

    private static SpoolThreads spoolThreads(Threads threads) {
        return new SpoolThreads(threads.disk(), threads.turns(), threads.timer());
    }

    private static SpoolLimits spoolLimits(CoreSettings settings) throws IOException {
        Files.createDirectories(settings.spoolDirectory());
        return new SpoolLimits(
                settings.memoryBytes(), settings.spoolBytes(), settings.spoolDirectory());
    }

    private static Limits limits(CoreSettings settings) {
        return new Limits(settings.transfers(), settings.bytesPerSecond(), settings.sharing());
    }

    /** Adds a driver under a key that is unique to it. */
    public void addDriver(Object key, DriverTraits traits, MonikerClass service) {
        drivers.add(key, traits, service);
        runningServices.retry();
    }

    /** Removes a driver, and returns when no thread is inside it. */
    public void removeDriver(Object key) {
        drivers.remove(key);
        names.forgetAbsent();
    }

    /** Adds a parser of display names under a key that is unique to it. */
    public void addParser(Object key, String name, int ranking, DisplayNameParser service) {
        parsers.add(key, name, ranking, service);
        runningServices.retry();
    }

    /** Removes a parser, and returns when no thread is inside it. */
    public void removeParser(Object key) {
        parsers.remove(key);
        names.forgetAbsent();
    }

    /** Has the running objects recognised at the head of names, in the order of this rank. */
    public void rankRunning(int ranking) {
        parsers.add(running, "running objects", ranking, new RunningHeads(running));
    }

    public RunningServices runningServices() {
        return runningServices;
    }

    /** Makes the running objects as a client sees them, who closes them. */
    public EngineRunningObjects runningObjects() {
        return new EngineRunningObjects(running, names);
    }

    public Monikers monikers() {
        return names;
    }

    /** What binds may reach, to be changed at any time; those of the settings are among them. */
    public Policies policies() {
        return policies;
    }

    /** Steers transfers together. */
    public Traffic traffic() {
        return new EngineTraffic(core.scheduler());
    }

    /** Makes a binder for a client, who closes it. */
    public EngineBinder binder(Requester requester) {
        return new EngineBinder(this, requester);
    }

    Core core() {
        return core;
    }

    BindGroup binds() {
        return binds;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public List<DriverSnapshot> drivers() {
        return drivers.snapshots();
    }

    @Override
    public List<BindingSnapshot> bindings() {
        return binds.bindings().stream().map(EngineBinding::snapshot).toList();
    }

    @Override
    public Optional<Binding> binding(long id) {
        return binds.bindings().stream()
                .filter(binding -> binding.id() == id)
                .map(Binding.class::cast)
                .findFirst();
    }

    @Override
    public void close() {
        binds.closeAndWait(EngineBinder.STOP_WITHIN);
        core.scheduler().close();
        threads.close();
    }
}
