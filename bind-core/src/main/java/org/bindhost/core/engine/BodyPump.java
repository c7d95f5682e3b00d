package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.moniker.Moniker;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;

/**
 * Moves a body into a sink: asks for what the sink wants, requests what is granted, and counts what
 * comes against both what was asked for and what was announced.
 */
final class BodyPump implements Body.Receiver {

    /** Whom to tell; called without a lock, by any thread. */
    interface Listener {

        /** Bytes have come and are in the sink. */
        void arrived();

        /** All bytes have come and are in the sink; they end before this one. */
        void drained(long end);

        /** The rest will not come. */
        void broken(BindException failure);
    }

    private final Moniker moniker;
    private final Driver driver;
    private final Body body;
    private final long offset;
    private final OptionalLong length; // of the whole
    private final Extent extent;
    private final Sink sink;
    private final Ticket ticket;
    private final Listener listener;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();

    private long asked;
    private long received;
    private volatile boolean over;

    BodyPump(
            Moniker moniker, Driver driver, Content.Found found, Target target, Listener listener) {
        this.moniker = moniker;
        this.driver = driver;
        this.body = found.body();
        this.offset = found.offset();
        this.length = found.info().length();
        this.extent = target.extent();
        this.sink = target.sink();
        this.ticket = target.ticket();
        this.listener = listener;
    }

    /**
     * Where bytes go, and who decides when.
     *
     * @param sink takes them
     * @param ticket grants them
     * @param extent which bytes were asked for; a driver may answer with all
     */
    record Target(Sink sink, Ticket ticket, Extent extent) {}

    void start() {
        body.start(this); // within the driver: see Opening
        pump();
    }

    /** Gives up what has not come. */
    void cancel() {
        over = true;
        driver.release(body::cancel);
    }

    /** Asks for more, if the sink wants more. */
    void pump() {
        long more = more();
        if (more > 0) {
            ticket.want(more);
        }
    }

    private synchronized long more() {
        long more = over ? 0 : sink.demand(offset + asked, asked - received);
        asked += more;
        return more;
    }

    /** How many bytes have come, if none are on their way; otherwise less than 0. */
    synchronized long restingAt() {
        return asked == received ? received : -1;
    }

    void granted(long bytes) {
        granted.addAndGet(bytes);
        if (requests.getAndIncrement() > 0) {
            return; // a body that answers inside its request would otherwise grow the stack
        }
        long seen = 1;
        while (seen > 0) {
            long now = granted.getAndSet(0);
            if (now > 0) {
                request(now);
            }
            seen = requests.addAndGet(-seen);
        }
    }

    private void request(long bytes) {
        try {
            driver.call(
                    service -> {
                        body.request(bytes);
                        return service;
                    });
        } catch (BindException e) {
            listener.broken(e);
        } catch (RuntimeException e) { // a driver's bug ends this bind only
            listener.broken(DriverFailures.flatten(moniker, e));
        }
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        int count = bytes.remaining();
        try {
            long at = check(count);
            if (over) {
                return;
            }
            sink.put(at, bytes.slice());
        } catch (BindException e) {
            listener.broken(e);
            return;
        }
        synchronized (this) {
            received += count;
        }
        listener.arrived();
        ticket.moved(count, more());
    }

    /** Tells at which offset the next bytes belong. */
    private synchronized long check(int bytes) throws BindException {
        if (received + bytes > asked) {
            throw new BindException(
                    Reason.PROTOCOL,
                    "the driver of " + moniker + " delivered more than it was asked for");
        }
        long end = offset + received + bytes;
        if (end > length.orElse(Long.MAX_VALUE)) {
            throw new BindException(
                    Reason.PROTOCOL,
                    moniker + " announced " + length.getAsLong() + " bytes and sent more");
        }
        return offset + received;
    }

    /** A range may be answered with less than was asked for; the whole may not. */
    @Override
    public void onComplete() {
        long end;
        boolean isSome;
        synchronized (this) {
            end = offset + received;
            isSome = received > 0;
        }
        long due = length.orElse(end);
        if (end == due || (isSome && extent.range().isPresent())) {
            listener.drained(end);
        } else {
            listener.broken(truncated(moniker, due, end));
        }
    }

    static BindException truncated(Moniker moniker, long due, long came) {
        return new BindException(
                Reason.TRUNCATED, moniker + " announced " + due + " bytes and sent " + came);
    }

    @Override
    public void onFailure(BindException failure) {
        listener.broken(failure);
    }
}
