package org.bindhost.core.engine;

import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.spool.Cursor;
import org.bindhost.storage.LockBytes;

/** Makes the one reading of a call, which gives the client the type of result it asked for. */
final class Readings {

    private final Core core;
    private final BindCall call;
    private final BoundObjects results;
    private volatile BooleanSupplier hasAll = () -> false;

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
            return inOrder(
                    type, (cursor, done) -> new CursorInputStream(cursor, call::mustNotWait, done));
        }
        if (type == ReadableByteChannel.class) {
            return inOrder(
                    type, (cursor, done) -> new CursorChannel(cursor, call::mustNotWait, done));
        }
        if (type == Flow.Publisher.class) {
            return inOrder(
                    type, (cursor, done) -> new SpoolPublisher(cursor, call.binding(), done));
        }
        checkFromStart(type);
        if (type == LockBytes.class) {
            return random(type, outlet -> outlet);
        }
        if (type == SeekableByteChannel.class) {
            return random(type, outlet -> new RandomChannel(outlet, call::mustNotWait));
        }
        if (type == Path.class) {
            var seat = core.fetches().seat(core, call, Seats::randomReader);
            return reading(seat.fetch(), new FileOutlet(seat.fetch(), seat.reader()), type);
        }
        throw new BindException(
                Reason.UNSUPPORTED,
                call.spec().moniker()
                        + " cannot be read as "
                        + type.getName()
                        + ", only as InputStream, ReadableByteChannel, SeekableByteChannel,"
                        + " LockBytes, Path or Flow.Publisher");
    }

    /** What an earlier bind has brought is not here to be given out. */
    private void checkFromStart(Class<?> type) throws BindException {
        if (call.spec().info().resumption().isPresent()) {
            throw new BindException(
                    Reason.UNSUPPORTED,
                    call.spec().moniker()
                            + " cannot be gone on with as "
                            + type.getName()
                            + ", only as InputStream, ReadableByteChannel or Flow.Publisher");
        }
    }

    /** Makes an outlet of a cursor; runs the other when the client closes it. */
    private interface Opened {
        Outlet outlet(Cursor cursor, Runnable onClose);
    }

    private <T> Reading<T> inOrder(Class<T> type, Opened opened) {
        var seat = core.fetches().seat(core, call, Seats::cursor);
        var made = new AtomicReference<Outlet>();
        made.set(opened.outlet(seat.reader(), () -> leave(made.get())));
        return reading(seat.fetch(), made.get(), type);
    }

    private <T> Reading<T> random(Class<T> type, Function<RandomOutlet, Object> view) {
        var seat = core.fetches().seat(core, call, Seats::randomReader);
        var made = new AtomicReference<Outlet>();
        made.set(new RandomOutlet(seat.fetch(), seat.reader(), view, () -> leave(made.get())));
        return reading(seat.fetch(), made.get(), type);
    }

    private <T> Reading<T> reading(Fetch fetch, Outlet outlet, Class<T> type) {
        results.add(outlet);
        var reading = new Reading<T>(call, fetch, outlet, type, () -> results.forget(outlet));
        hasAll = reading::isComplete;
        return reading;
    }

    /**
     * Whoever closes a pulled result wants no more of it; a push goes on to its end all the same.
     */
    private void leave(Outlet outlet) {
        results.forget(outlet);
        if (call.isPull() && !hasAll.getAsBoolean()) {
            call.binding().abort();
        }
    }
}
