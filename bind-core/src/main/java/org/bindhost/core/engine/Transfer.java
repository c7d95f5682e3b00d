package org.bindhost.core.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.MonikerClass;

/**
 * Moves the bytes of one name into a sink: opens it in its turn, follows redirects, and asks for
 * bytes as the sink wants them and the scheduler grants them. Tells its listener once that it is
 * over.
 */
final class Transfer implements Opening.Asker<Content>, BodyPump.Listener, Ticket.Holder {

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
    private final OneRegistration withdrawal = new OneRegistration();

    private final OneRegistration opening = new OneRegistration();

    private volatile Hop hop;
    private Optional<BodyPump> pump = Optional.empty();
    private OptionalLong length = OptionalLong.empty();
    private long taken; // of a file that is taken as it is
    private boolean over;
    private volatile boolean complete;

    Transfer(Core core, BindSpec spec, Priority priority, Sink sink, Listener listener) {
        this.core = core;
        this.spec = spec;
        this.sink = sink;
        this.listener = listener;
        this.ticket = core.scheduler().enroll(priority, spec.requester().document(), this);
        this.hop = Hop.first(spec);
    }

    Ticket ticket() {
        return ticket;
    }

    long received() {
        return pump().map(BodyPump::received).orElseGet(this::taken);
    }

    private synchronized long taken() {
        return taken;
    }

    private synchronized Optional<BodyPump> pump() {
        return pump;
    }

    synchronized OptionalLong length() {
        return length;
    }

    void begin() {
        ticket.from(core.origin(hop.moniker()));
        ticket.open();
    }

    @Override
    public void mayOpen() {
        var newOpening = new Opening<>(core, spec, hop, this);
        opening.set(newOpening::cancel);
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
            hop = next;
            ticket.openElsewhere(core.origin(next.moniker()));
        } catch (BindException e) {
            fail(e);
        }
    }

    private void found(Driver itsDriver, Content.Blocking blocking) {
        boolean isTaken =
                blocking.offset() == 0 && blocking.file().map(sink::takeFile).orElse(false);
        if (isTaken) {
            close(blocking);
            synchronized (this) {
                length = blocking.info().length();
                taken = length.orElse(0);
            }
            listener.found(blocking.info(), blocking.file());
            finish();
        } else {
            var adapted =
                    new ChannelBody(
                            spec.moniker(),
                            itsDriver,
                            blocking.channel(),
                            core.threads().waiting());
            found(
                    itsDriver,
                    new Content.Found(blocking.info(), blocking.offset(), adapted),
                    blocking.file());
        }
    }

    private void found(Driver itsDriver, Content.Found found, Optional<Path> file) {
        var target = new BodyPump.Target(sink, ticket);
        var newPump = new BodyPump(spec.moniker(), itsDriver, found, target, this);
        synchronized (this) {
            if (!over) {
                pump = Optional.of(newPump);
                length = found.info().length();
            }
        }
        if (found.offset() != 0) {
            fail(unasked(found.offset()));
        }
        if (isOver()) {
            newPump.cancel();
            return;
        }
        listener.found(found.info(), file);
        withdrawal.set(itsDriver.onWithdraw(() -> fail(itsDriver.gone())));
        if (!isOver()) {
            newPump.start();
            ticket.opened(); // after it wants bytes, or its place would be someone else's
        }
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
    public void dispose(Content content) {
        if (content instanceof Content.Found found) {
            found.body().cancel();
        } else if (content instanceof Content.Blocking blocking) {
            close(blocking);
        }
    }

    /** The client has read something, so that more may be wanted. */
    void consumed() {
        pump().ifPresent(BodyPump::pump);
    }

    @Override
    public void granted(long bytes) {
        pump().ifPresent(present -> present.granted(bytes));
    }

    @Override
    public void arrived() {
        listener.arrived();
    }

    @Override
    public void drained() {
        finish();
    }

    @Override
    public void broken(BindException failure) {
        fail(failure);
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
        opening.close();
        if (broken) {
            pump().ifPresent(BodyPump::cancel);
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
