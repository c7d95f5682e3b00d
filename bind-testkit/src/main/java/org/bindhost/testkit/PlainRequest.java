package org.bindhost.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Requester;
import org.bindhost.moniker.MonikerPart;
import org.bindhost.spi.AddressPolicy;
import org.bindhost.spi.ByteRange;
import org.bindhost.spi.LeftOperand;
import org.bindhost.spi.OpenRequest;
import org.bindhost.spi.StatusSink;
import org.bindhost.spi.Validator;

/**
 * A request such as the engine makes: for all of a name, by nobody in particular, with every
 * address allowed, unless the test says otherwise before it hands it in.
 *
 * <p><b>Threads.</b> Once handed in, any thread may call any method of {@link OpenRequest}, and
 * {@link #cancel}.
 */
public final class PlainRequest implements OpenRequest {

    private final MonikerPart name;
    private final AtomicReference<Runnable> onCancel = new AtomicReference<>(() -> {});
    private BindInfo info = BindInfo.PULL;
    private Optional<ByteRange> range = Optional.empty();
    private Optional<Validator> condition = Optional.empty();
    private Optional<LeftOperand> left = Optional.empty();
    private Optional<BindContext> context = Optional.empty();
    private AddressPolicy addressPolicy = (host, address) -> {};
    private StatusSink status = (reached, text) -> {};
    private boolean appends;
    private volatile boolean cancelled;

    /**
     * Asks for all of a name.
     *
     * @param name the name
     */
    public PlainRequest(MonikerPart name) {
        this.name = name;
    }

    /**
     * Says what the client wants.
     *
     * @param wanted verb, body, extra info and flags
     * @return this request
     */
    public PlainRequest with(BindInfo wanted) {
        info = wanted;
        return this;
    }

    /**
     * Asks for a range only.
     *
     * @param wanted the range
     * @return this request
     */
    public PlainRequest with(ByteRange wanted) {
        range = Optional.of(wanted);
        return this;
    }

    /**
     * Asks under a condition.
     *
     * @param earlier the validator of an earlier answer
     * @return this request
     */
    public PlainRequest with(Validator earlier) {
        condition = Optional.of(earlier);
        return this;
    }

    /**
     * Puts something to the left.
     *
     * @param operand what stands there
     * @return this request
     */
    public PlainRequest with(LeftOperand operand) {
        left = Optional.of(operand);
        return this;
    }

    /**
     * Says in which context this is asked.
     *
     * @param shared the context
     * @return this request
     */
    public PlainRequest with(BindContext shared) {
        context = Optional.of(shared);
        return this;
    }

    /**
     * Asks that what is written follow what is there.
     *
     * @return this request
     */
    public PlainRequest appending() {
        appends = true;
        return this;
    }

    /**
     * Says who decides on addresses.
     *
     * @param policy who
     * @return this request
     */
    public PlainRequest checkedBy(AddressPolicy policy) {
        addressPolicy = policy;
        return this;
    }

    /**
     * Says who hears what is going on.
     *
     * @param sink who
     * @return this request
     */
    public PlainRequest reportingTo(StatusSink sink) {
        status = sink;
        return this;
    }

    /** Cancels the request, as the engine does while it has no answer. */
    public void cancel() {
        cancelled = true;
        onCancel.getAndSet(() -> {}).run();
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
        return range;
    }

    @Override
    public Optional<Validator> condition() {
        return condition;
    }

    @Override
    public boolean appends() {
        return appends;
    }

    @Override
    public List<MediaRange> accepted() {
        return List.of(MediaRange.ANY);
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public Requester requester() {
        return Requester.UNKNOWN;
    }

    @Override
    public BindContext context() {
        return context.orElseThrow(() -> new IllegalStateException("the test gave no context"));
    }

    @Override
    public Optional<LeftOperand> left() {
        return left;
    }

    @Override
    public StatusSink status() {
        return status;
    }

    @Override
    public AddressPolicy addressPolicy() {
        return addressPolicy;
    }

    @Override
    public void onCancel(Runnable action) {
        onCancel.set(action);
        if (cancelled) {
            onCancel.getAndSet(() -> {}).run();
        }
    }
}
