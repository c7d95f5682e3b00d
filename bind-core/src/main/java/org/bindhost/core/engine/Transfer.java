package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.Body;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.MonikerClass;

/**
 * Moves the bytes of one name into a sink: opens it in its turn, follows redirects, and asks for
 * bytes as the sink wants them and the scheduler grants them. Tells its listener once that it is
 * over.
 */
final class Transfer implements Opening.Asker<Content>, Body.Receiver, Ticket.Holder {

    /** Whom to tell; called without a lock, by any thread. */
    interface Listener {

        void status(BindStatus status, String text);

        /** What is known of it, and the complete local file with its bytes, if there is one. */
        void found(ContentInfo info, Optional<Path> file);

        /** Bytes have come, or the end has. */
        void arrived();

        void failed(BindException failure);
    }

    private final Core core;
    private final BindSpec spec;
    private final Sink sink;
    private final Listener listener;
    private final Ticket ticket;
    private final AtomicLong granted = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final OneRegistration withdrawal = new OneRegistration();

    private Hop hop;
    private Opening<Content> opening;
    private Driver driver;
    private Body body;
    private OptionalLong length = OptionalLong.empty();
    private long asked;
    private long received;
    private boolean over;
    private volatile boolean complete;

    Transfer(Core core, BindSpec spec, Priority priority, Sink sink, Listener listener) {
        this.core = core;
        this.spec = spec;
        this.sink = sink;
        this.listener = listener;
        this.ticket = core.scheduler().enroll(priority, this);
        this.hop = Hop.first(spec);
    }

    Ticket ticket() {
        return ticket;
    }

    synchronized long received() {
        return received;
    }

    synchronized OptionalLong length() {
        return length;
    }

    void begin() {
        ticket.open();
    }

    @Override
    public void mayOpen() {
        open(hop);
    }

    private void open(Hop next) {
        var newOpening = new Opening<>(core, spec, next, this);
        synchronized (this) {
            if (over) {
                return;
            }
            hop = next;
            opening = newOpening;
        }
        newOpening.begin();
    }

    @Override
    public CompletionStage<Content> ask(MonikerClass service, EngineOpenRequest request) {
        return service.open(request);
    }

    @Override
    public void status(BindStatus status, String text) {
        listener.status(status, text);
    }

    @Override
    public void opened(Driver itsDriver, Content content) {
        if (content instanceof Content.Redirect redirect) {
            redirected(redirect);
        } else if (content instanceof Content.Blocking blocking) {
            found(itsDriver, blocking);
        } else if (content instanceof Content.Found found) {
            found(itsDriver, found, Optional.empty());
        }
    }

    private void redirected(Content.Redirect redirect) {
        try {
            Hop next = hop.next(redirect, core.names());
            listener.status(BindStatus.REDIRECTING, next.moniker().displayName());
            open(next);
        } catch (BindException e) {
            fail(e);
        }
    }

    private void found(Driver itsDriver, Content.Blocking blocking) {
        boolean taken = blocking.offset() == 0 && blocking.file().map(sink::takeFile).orElse(false);
        if (taken) {
            close(blocking);
            synchronized (this) {
                length = blocking.info().length();
                received = length.orElse(0);
            }
            listener.found(blocking.info(), blocking.file());
            finish();
        } else {
            var adapted =
                    new ChannelBody(spec.moniker(), blocking.channel(), core.threads().waiting());
            found(
                    itsDriver,
                    new Content.Found(blocking.info(), blocking.offset(), adapted),
                    blocking.file());
        }
    }

    private void found(Driver itsDriver, Content.Found found, Optional<Path> file) {
        synchronized (this) {
            if (!over) {
                driver = itsDriver;
                body = found.body();
                length = found.info().length();
            }
        }
        if (found.offset() != 0) {
            fail(unasked(found.offset()));
        }
        if (isOver()) {
            itsDriver.release(found.body()::cancel);
            return;
        }
        listener.found(found.info(), file);
        withdrawal.set(itsDriver.onWithdraw(() -> fail(itsDriver.gone())));
        itsDriver.release(() -> found.body().start(this));
        ticket.opened();
        pump();
    }

    private BindException unasked(long offset) {
        return new BindException(
                Reason.PROTOCOL,
                spec.moniker()
                        + " was asked for from its first byte, and came from byte "
                        + offset);
    }

    @Override
    public void failed(BindException failure) {
        fail(failure);
    }

    @Override
    public void dispose(Driver itsDriver, Content content) {
        if (content instanceof Content.Found found) {
            found.body().cancel();
        } else if (content instanceof Content.Blocking blocking) {
            close(blocking);
        }
    }

    /** Asks for more, if the sink wants more. */
    void pump() {
        long more;
        synchronized (this) {
            if (over || body == null) {
                return;
            }
            more = sink.demand(asked - received);
            asked += more;
        }
        if (more > 0) {
            ticket.want(more);
        }
    }

    @Override
    public void granted(long bytes) {
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
            fail(e);
        }
    }

    @Override
    public void onBytes(ByteBuffer bytes) {
        int count = bytes.remaining();
        try {
            count(count);
            if (isOver()) {
                return;
            }
            sink.put(bytes.slice().asReadOnlyBuffer());
        } catch (BindException e) {
            fail(e);
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
                    "the driver of " + spec.moniker() + " delivered more than it was asked for");
        }
        if (received > length.orElse(Long.MAX_VALUE)) {
            throw new BindException(
                    Reason.PROTOCOL,
                    spec.moniker() + " announced " + length.getAsLong() + " bytes and sent more");
        }
    }

    @Override
    public void onComplete() {
        OptionalLong announced = length();
        long came = received();
        if (came < announced.orElse(0)) {
            fail(
                    new BindException(
                            Reason.TRUNCATED,
                            spec.moniker()
                                    + " announced "
                                    + announced.getAsLong()
                                    + " bytes and sent "
                                    + came));
            return;
        }
        finish();
    }

    private void finish() {
        try {
            sink.end();
        } catch (BindException e) {
            fail(e);
            return;
        }
        if (endOnce(false)) {
            complete = true;
            listener.arrived();
        }
    }

    /** Whether all bytes have come and are in the sink. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void onFailure(BindException failure) {
        fail(failure);
    }

    private void fail(BindException failure) {
        if (endOnce(true)) {
            sink.fail(failure);
            listener.failed(failure);
        }
    }

    /** Gives up what has not come; the listener is not told. */
    void cancel() {
        endOnce(true);
    }

    private boolean endOnce(boolean broken) {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
        }
        withdrawal.close();
        ticket.close();
        if (broken && opening != null) {
            opening.cancel();
        }
        if (broken && body != null) {
            driver.release(body::cancel);
        }
        return true;
    }

    private synchronized boolean isOver() {
        return over;
    }

    private void close(Content.Blocking blocking) {
        try {
            blocking.channel().close();
        } catch (IOException e) {
            System.getLogger(Transfer.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing " + spec.moniker(), e);
        }
    }
}
