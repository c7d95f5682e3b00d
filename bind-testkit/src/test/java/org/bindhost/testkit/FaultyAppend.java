package org.bindhost.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.Upload;

/** A good append spoilt by one fault. */
final class FaultyAppend implements Upload {

    private final Fault fault;
    private final Upload good;
    private final Script script;
    private final AtomicReference<Optional<byte[]>> there;
    private final Optional<byte[]> base;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /**
     * Begins to append to what is there.
     *
     * @param there what was committed last
     */
    FaultyAppend(Fault fault, Upload good, Script script, AtomicReference<Optional<byte[]>> there) {
        this.fault = fault;
        this.good = good;
        this.script = script;
        this.there = there;
        this.base = there.get();
    }

    @Override
    public void start(Demand demand) {
        good.start(demand);
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        written.writeBytes(copy);
        good.write(bytes);
    }

    @Override
    public CompletionStage<Void> commit() {
        good.abort();
        boolean isSame = base.equals(there.get());
        if (!isSame && fault != Fault.APPENDS_TO_WHAT_IT_SAW_FIRST) {
            return CompletableFuture.failedStage(
                    new BindException(Reason.CHANGED, "somebody else was first"));
        }
        var all = all();
        there.set(Optional.of(all));
        script.content(all);
        return CompletableFuture.completedStage(null);
    }

    private byte[] all() {
        var all = new ByteArrayOutputStream();
        if (fault != Fault.REPLACES_WHERE_IT_IS_TO_APPEND) {
            base.ifPresent(all::writeBytes);
        }
        if (fault != Fault.APPENDS_TO_SOMETHING_ONLY || base.isPresent()) {
            all.writeBytes(written.toByteArray());
        }
        return all.toByteArray();
    }

    @Override
    public void abort() {
        good.abort();
    }
}
