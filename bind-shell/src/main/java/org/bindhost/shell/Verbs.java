package org.bindhost.shell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bindhost.bind.Binder;
import org.bindhost.bind.Traffic;
import org.bindhost.inspect.Inspector;
import org.bindhost.moniker.Monikers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Runs verbs, for whichever face they are called from. It owns the threads that write files. */
@Component(service = Verbs.class)
public final class Verbs {

    private static final int THREADS = 2;
    private static final long IDLE_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Engine engine;
    private final OpenContexts contexts = new OpenContexts();
    private final AtomicInteger threadNumber = new AtomicInteger();
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    this::thread);

    /**
     * Builds the component.
     *
     * @param binder binds names
     * @param monikers parses names
     * @param inspector shows what goes on
     * @param traffic steers it together
     */
    @Activate
    public Verbs(
            @Reference Binder binder,
            @Reference Monikers monikers,
            @Reference Inspector inspector,
            @Reference Traffic traffic) {
        this.engine = new Engine(binder, monikers, inspector, traffic);
        workers.allowCoreThreadTimeOut(true);
    }

    /** Runs the verb that the first word names with the others as arguments. */
    int run(Session session, List<String> words) {
        return Dispatch.run(words, new Call(engine, session, contexts, workers, System::nanoTime));
    }

    /** Ends every verb that is running, and takes care that none leaves a file half written. */
    @Deactivate
    public void stop() {
        contexts.close(PATIENCE);
        workers.shutdown();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bindhost-shell-" + threadNumber.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
