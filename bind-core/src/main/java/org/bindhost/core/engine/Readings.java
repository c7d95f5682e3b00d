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
        this.core = core;
        this.call = call;
        this.results = call.context().results();
    }

    <T> Reading<T> reading(Class<T> type) throws BindException {
        if (type == InputStream.class) {
            return stream(type);
        }
        if (type == Flow.Publisher.class) {
            return publisher(type);
        }
        if (type == Path.class) {
            var sink = new FileSink(core.spoolLimits().get());
            results.add(sink);
            return reading(sink, type);
        }
        throw new BindException(
                Reason.UNSUPPORTED,
                call.spec().moniker()
                        + " cannot be read as "
                        + type.getName()
                        + ", only as InputStream, Path or Flow.Publisher");
    }

    private <T> Reading<T> stream(Class<T> type) {
        var spool = new Spool(core.spoolLimits().get());
        results.add(spool);
        return spooled(
                spool, type, new SpoolInputStream(spool, call::mustNotWait, () -> leave(spool)));
    }

    private <T> Reading<T> publisher(Class<T> type) {
        var spool = new Spool(core.spoolLimits().get());
        results.add(spool);
        return spooled(spool, type, new SpoolPublisher(spool, call.binding(), () -> leave(spool)));
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

    private <T> Reading<T> spooled(Spool spool, Class<T> type, SpoolSink.Outlet outlet) {
        Reading<T> reading = reading(new SpoolSink(spool, call.isPull(), outlet), type);
        spool.onConsumed(reading::consumed);
        return reading;
    }

    private <T> Reading<T> reading(Sink sink, Class<T> type) {
        return new Reading<>(core, call.binding(), call.spec(), sink, type);
    }
}
