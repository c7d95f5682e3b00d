package org.bindhost.core.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindFlag;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions.Mode;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.AddressPolicy;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.Negotiation;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.StatusSink;
import org.bindhost.spi.Validator;

/** One hop of one bind, as a driver sees it; and, as the engine sees it, something to cancel. */
final class EngineOpenRequest implements OpenRequest {

    private final MonikerPart name;
    private final BindInfo info;
    private final Extent extent;
    private final BindSpec spec;
    private final By by;
    private final StatusSink status;
    private final AddressPolicy addressPolicy;

    private Optional<Runnable> onCancel = Optional.empty();
    private boolean cancelled;

    /**
     * Whom a driver may ask on its way.
     *
     * @param left what stands to the left
     * @param negotiation the client, if it wants a say
     */
    record By(Optional<LeftOperand> left, Optional<Negotiation> negotiation) {}

    EngineOpenRequest(HopAsking asking, By by, StatusSink status) {
        Hop hop = asking.hop();
        this.name = hop.moniker().last();
        this.info = hop.info();
        this.extent = hop.extent();
        this.spec = asking.spec();
        this.by = by;
        this.status = status;
        this.addressPolicy = asking.addresses();
    }

    void cancel() {
        Optional<Runnable> action;
        synchronized (this) {
            cancelled = true;
            action = onCancel;
            onCancel = Optional.empty();
        }
        action.ifPresent(Runnable::run);
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel = Optional.of(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public MonikerPart name() {
        return name;
    }

    @Override
    public BindInfo info() {
        return info;
    }

    @Override
    public Optional<ByteRange> range() {
        return extent.range();
    }

    @Override
    public Optional<Validator> condition() {
        return extent.condition();
    }

    @Override
    public boolean identity() {
        return range().isPresent() || !info.has(BindFlag.ACCEPT_CODINGS);
    }

    @Override
    public boolean appends() {
        return spec.options().mode() == Mode.APPEND;
    }

    @Override
    public List<MediaRange> accepted() {
        return spec.accepted();
    }

    @Override
    public Optional<Instant> deadline() {
        return spec.options().deadline();
    }

    @Override
    public Requester requester() {
        return spec.requester();
    }

    @Override
    public BindContext context() {
        return spec.context();
    }

    @Override
    public Optional<LeftOperand> left() {
        return by.left();
    }

    @Override
    public Optional<Negotiation> negotiation() {
        return by.negotiation();
    }

    @Override
    public StatusSink status() {
        return status;
    }

    @Override
    public AddressPolicy addressPolicy() {
        return addressPolicy;
    }
}
