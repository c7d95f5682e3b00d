package org.bindhost.core.engine;

import static java.util.Objects.requireNonNull;

import java.io.OutputStream;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.BindResult;
import org.bindhost.bind.Binder;
import org.bindhost.bind.ChangeListener;
import org.bindhost.bind.Registration;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.Moniker;

/** The binder of one client: its contexts, and with them its binds, end when it goes. */
public final class EngineBinder implements Binder, AutoCloseable {

    /** How long a client that goes is waited for until its callbacks have returned. */
    static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** What a client can write to. */
    private static final Map<Class<?>, Function<UploadWriter, Object>> WRITTEN =
            Map.of(
                    OutputStream.class, UploadStream::new,
                    WritableByteChannel.class, UploadChannel::new);

    private final Engine engine;
    private final Requester requester;
    private final BindGroup binds = new BindGroup();
    private final Set<EngineBindContext> contexts = ConcurrentHashMap.newKeySet();
    private final Set<Watching> watches = ConcurrentHashMap.newKeySet();

    EngineBinder(Engine engine, Requester requester) {
        this.engine = engine;
        this.requester = requester;
    }

    Requester requester() {
        return requester;
    }

    BindGroup binds() {
        return binds;
    }

    @Override
    public BindContext createBindContext(BindOptions options) {
        var context = new EngineBindContext(options, contexts::remove);
        contexts.add(context);
        if (binds.isClosed()) {
            context.close();
        }
        return context;
    }

    @Override
    public <T> BindResult<T> bindToStorage(Moniker moniker, BindContext context, Class<T> type)
            throws BindException {
        requireNonNull(moniker, "moniker");
        requireNonNull(type, "type");
        EngineBindContext own = own(context);
        return own.options().mode() == Mode.READ
                ? read(new BindCall(engine, this, moniker, own, true), type)
                : write(new BindCall(engine, this, moniker, own, false), type);
    }

    private <T> BindResult<T> read(BindCall call, Class<T> type) throws BindException {
        Reading<T> reading = new Readings(engine.core(), call).reading(type);
        return call.untilOver(reading, reading.content());
    }

    private <T> BindResult<T> write(BindCall call, Class<T> type) throws BindException {
        var form = WRITTEN.get(type);
        if (form == null) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    call.spec().moniker()
                            + " cannot be written as "
                            + type.getName()
                            + ", only as OutputStream or WritableByteChannel");
        }
        var writing = new Writing<>(engine.core(), call, form.andThen(type::cast));
        return call.untilUsable(writing, writing.content());
    }

    @Override
    public <T> BindResult<T> bindToObject(Moniker moniker, BindContext context, Class<T> type)
            throws BindException {
        requireNonNull(moniker, "moniker");
        requireNonNull(type, "type");
        var call = new BindCall(engine, this, moniker, own(context), true);
        var making = new ObjectMaking<>(engine.core(), call, type);
        return call.untilOver(making, making.content());
    }

    @Override
    public Registration watch(Moniker moniker, ChangeListener listener) throws BindException {
        requireNonNull(moniker, "moniker");
        requireNonNull(listener, "listener");
        if (engine.core().threads().isCurrent()) {
            throw new BindException(
                    Reason.WOULD_WAIT, "to watch " + moniker + " may wait for a disk");
        }
        var made = new AtomicReference<Watching>();
        var turns = engine.core().threads().turns();
        made.set(new Watching(moniker, listener, turns, () -> watches.remove(made.get())));
        watches.add(made.get());
        try {
            made.get().begin(engine.core().drivers().require(moniker.last().monikerClass()));
        } catch (BindException e) {
            made.get().close();
            throw e;
        }
        if (binds.isClosed()) {
            made.get().close();
        }
        return made.get();
    }

    private static EngineBindContext own(BindContext context) {
        if (requireNonNull(context, "context") instanceof EngineBindContext own) {
            own.checkOpen();
            return own;
        }
        throw new IllegalArgumentException("a bind context is made by Binder.createBindContext");
    }

    @Override
    public void close() {
        binds.close(); // so that whatever is begun meanwhile ends by itself
        List.copyOf(watches).forEach(Watching::close);
        contexts.forEach(EngineBindContext::close);
        binds.closeAndWait(STOP_WITHIN);
        contexts.forEach(EngineBindContext::close); // those made meanwhile
    }
}
