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

        /** All bytes have come and are in the sink. */
        void drained();

        /** The rest will not come. */
        void broken(BindException failure);
    }

    private final Moniker moniker;
    private final Driver driver;
    private final Body body;
    private final OptionalLong length;
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
        this.length = found.info().length();
        this.sink = target.sink();
        this.ticket = target.ticket();
        this.listener = listener;
    }

    /**
     * Where bytes go, and who decides when.
     *
     * @param sink takes them
     * @param ticket grants them
     */
    record Target(Sink sink, Ticket ticket) {}

    synchronized long received() {
        return received;
    }

    void start() {
        driver.release(() -> body.start(this));
        pump();
    }

    /** Gives up what has not come. */
    void cancel() {
        over = true;
        driver.release(body::cancel);
    }

    /** Asks for more, if the sink wants more. */
    void pump() {
        long more;
        synchronized (this) {
            if (over) {
                return;
            }
            more = sink.demand(asked - received);
            asked += more;
        }
        if (more > 0) {
            ticket.want(more);
        }
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
        }
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        int count = bytes.remaining();
        try {
            count(count);
            if (over) {
                return;
            }
            sink.put(bytes.slice().asReadOnlyBuffer());
        } catch (BindException e) {
            listener.broken(e);
            return;
        }
        listener.arrived();
        ticket.arrived(count);
        pump();
    }

    private synchronized void count(int bytes) throws BindException {
        received += bytes;
        if (received > asked) {
            throw new BindException(
                    Reason.PROTOCOL,
                    "the driver of " + moniker + " delivered more than it was asked for");
        }
        if (received > length.orElse(Long.MAX_VALUE)) {
            throw new BindException(
                    Reason.PROTOCOL,
                    moniker + " announced " + length.getAsLong() + " bytes and sent more");
        }
    }

    @Override
    public void onComplete() {
        long came = received();
        if (came < length.orElse(0)) {
            listener.broken(
                    new BindException(
                            Reason.TRUNCATED,
                            moniker
                                    + " announced "
                                    + length.getAsLong()
                                    + " bytes and sent "
                                    + came));
        } else {
            listener.drained();
        }
    }

    @Override
    public void onFailure(BindException failure) {
        listener.broken(failure);
    }
}
