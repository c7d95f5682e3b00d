package org.bindhost.core.engine;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.spool.Spool;

/** Makes the reading that gives a client the type of result it asked for. */
final class Readings {

    private final Core core;
    private final BindCall call;
    private final BoundObjects results;

    Readings(Core core, BindCall call) {
        this(core, call, call.context().results());
    }

    /**
     * Makes readings whose results are not the context's.
     *
     * @param results what keeps them until they are let go
     */
    Readings(Core core, BindCall call, BoundObjects results) {
        this.core = core;
        this.call = call;
        this.results = results;
    }

    <T> Reading<T> reading(Class<T> type) throws BindException {
        if (type == InputStream.class) {
            var spool = spool();
            return spooled(
                    spool,
                    type,
                    new SpoolInputStream(spool, call::mustNotWait, () -> leave(spool)));
        }
        if (type == Flow.Publisher.class) {
            var spool = spool();
            return spooled(
                    spool, type, new SpoolPublisher(spool, call.binding(), () -> leave(spool)));
        }
        if (type == Path.class) {
            var sink = new FileSink(core.spoolLimits().get());
            results.add(sink);
            return new Reading<>(core, call, sink, type, () -> results.forget(sink));
        }
        throw new BindException(
                Reason.UNSUPPORTED,
                call.spec().moniker()
                        + " cannot be read as "
                        + type.getName()
                        + ", only as InputStream, Path or Flow.Publisher");
    }

    private Spool spool() {
        var spool = new Spool(core.spoolLimits().get(), core.threads().turns());
        results.add(spool);
        return spool;
    }

    private <T> Reading<T> spooled(Spool spool, Class<T> type, SpoolSink.Outlet outlet) {
        var sink = new SpoolSink(spool, call.isPull(), outlet);
        Reading<T> reading = new Reading<>(core, call, sink, type, () -> forget(spool));
        spool.onConsumed(reading::consumed);
        return reading;
    }

    private void forget(Spool spool) {
        results.forget(spool);
        spool.onConsumed(() -> {}); // or whoever keeps the result would keep the driver
    }

    /**
     * Whoever closes a pulled result wants no more of it; a push goes on to its end all the same.
     */
    private void leave(Spool spool) {
        results.forget(spool);
        if (call.isPull() && !spool.isEnded()) {
            call.binding().abort();
        }
    }
}
