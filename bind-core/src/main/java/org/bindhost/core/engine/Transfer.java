package org.bindhost.core.engine;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.bind.BindStatus;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Resumption;
import org.bindhost.core.drivers.Driver;
import org.bindhost.core.schedule.Ticket;
import org.bindhost.spi.Content;
import org.bindhost.spi.ContentInfo;
import org.bindhost.spi.MonikerClass;
import org.bindhost.spi.Validator;

/**
 * Moves the bytes of one name, or a range of them, into a sink: opens it in its turn, follows
 * redirects, and asks for bytes as the sink wants them and the scheduler grants them. Tells its
 * listener once that it is over.
 */
final class Transfer implements Opening.Asker<Content>, BodyPump.Listener, Ticket.Holder {

    /** Whom to tell; called without a lock, by any thread. */
    interface Listener {

        void status(BindStatus status, String text);

        /**
         * It was found.
         *
         * @return whether its bytes are wanted; otherwise the transfer is over, and that is not
         *     told
         */
        boolean found(Answer answer);

        /** Bytes have come. */
        void arrived();

        /** Everything that was to come has; it ends before this byte. */
        void complete(long end);

        void failed(BindException failure);
    }

    /**
     * What was found.
     *
     * @param info what is known of it
     * @param offset which of its bytes will come first
     * @param file the complete local file with its bytes, if there is one
     * @param hop which name answered: a validator tells states of that one apart, and says nothing
     *     of what is found under another
     */
    record Answer(ContentInfo info, long offset, Optional<LocalFile> file, Hop hop) {

        /** What tells this state of the resource from another, if ranges of it can be had. */
        Optional<Validator> condition() {
            return info.validator()
                    .filter(Validator::strong)
                    .filter(validator -> info.ranges() && info.length().isPresent());
        }

        /** Whether this is certainly of the state that an earlier bind has begun to read. */
        boolean isOf(Resumption earlier) {
            return condition().filter(c -> c.value().equals(earlier.validator())).isPresent()
                    && info.length().getAsLong() == earlier.length()
                    && source().equals(earlier.source());
        }

        /** What may be kept when the driver goes. */
        Answer withoutFile() {
            return new Answer(info, offset, Optional.empty(), hop);
        }

        /** Whether this and another are certainly of one state. */
        boolean isOf(Answer other) {
            return condition().isPresent()
                    && info.validator().equals(other.info.validator())
                    && info.length().equals(other.info.length())
                    && hop.moniker().equals(other.hop.moniker());
        }

        /** The name that answered. */
        String source() {
            return hop.moniker().displayName();
        }
    }

    private final Core core;
    private final BindSpec spec;
    private final Extent extent;
    private final Sink sink;
    private final Listener listener;
    private final Ticket ticket;
    private final OneRegistration withdrawal = new OneRegistration();
    private final OneRegistration opening = new OneRegistration();

    private volatile Hop hop;
    private volatile Optional<BodyPump> pump = Optional.empty();
    private boolean over;
    private volatile boolean hasOrigin;

    /**
     * Creates a transfer that has not begun.
     *
     * @param first the hop to begin with
     */
    Transfer(Core core, BindSpec spec, Hop first, Sink sink, Listener listener) {
        this.core = core;
        this.spec = spec;
        this.extent = first.extent();
        this.sink = sink;
        this.listener = listener;
        this.ticket = core.scheduler().enroll(Priority.NORMAL, spec.requester().document(), this);
        this.hop = first;
    }

    void begin() {
        Optional<String> origin = core.origin(hop.moniker());
        hasOrigin = origin.isPresent();
        ticket.from(origin);
        ticket.open();
    }

    /** Whether it comes from somewhere that others may come from too, as over a connection. */
    boolean hasOrigin() {
        return hasOrigin;
    }

    void priority(Priority priority) {
        ticket.priority(priority);
    }

    void suspended(boolean isSuspended) {
        ticket.suspended(isSuspended);
    }

    /** It waits for another transfer, which may need the place that it holds. */
    void waits() {
        ticket.stepAside();
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
        var adapted =
                new ChannelBody(
                        spec.moniker(), itsDriver, blocking.channel(), core.threads().waiting());
        var found = new Content.Found(blocking.info(), blocking.offset(), adapted);
        var file = blocking.file().map(path -> new LocalFile(path, itsDriver, blocking.channel()));
        found(itsDriver, found, file);
    }

    private void found(Driver itsDriver, Content.Found found, Optional<LocalFile> file) {
        var target = new BodyPump.Target(sink, ticket, extent);
        var newPump = new BodyPump(spec.moniker(), itsDriver, found, target, this);
        if (found.offset() != 0 && found.offset() != extent.offset()) {
            newPump.cancel();
            fail(unasked(found.offset()));
            return;
        }
        synchronized (this) {
            if (!over) {
                pump = Optional.of(newPump);
            }
        }
        if (isOver()) {
            newPump.cancel();
            return;
        }
        if (!listener.found(new Answer(found.info(), found.offset(), file, hop))) {
            cancel();
            return;
        }
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
                        + " was asked for from byte "
                        + extent.offset()
                        + ", and came from byte "
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

    /** More may be wanted by now. */
    void pump() {
        pump.ifPresent(BodyPump::pump);
    }

    /** How many bytes have come, if it is open and none are on their way; otherwise less than 0. */
    long restingAt() {
        return pump.map(BodyPump::restingAt).orElse(-1L);
    }

    @Override
    public void granted(long bytes) {
        pump.ifPresent(present -> present.granted(bytes));
    }

    @Override
    public void arrived() {
        listener.arrived();
    }

    @Override
    public void drained(long end) {
        if (endOnce(false)) {
            listener.complete(end);
        }
    }

    @Override
    public void broken(BindException failure) {
        fail(failure);
    }

    private void fail(BindException failure) {
        if (endOnce(true)) {
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
            pump.ifPresent(BodyPump::cancel);
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
