package org.bindhost.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;
import org.bindhost.spi.Upload;

/** A good upload spoilt by one fault. */
final class FaultyUpload implements Upload {

    private final Fault fault;
    private final Upload good;
    private final Script script;
    private final List<String> leftovers;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    FaultyUpload(Fault fault, Upload good, Script script, List<String> leftovers) {
        this.fault = fault;
        this.good = good;
        this.script = script;
        this.leftovers = leftovers;
    }

    @Override
    public void start(Demand demand) {
        good.start(fault == Fault.ASKS_FOR_NOTHING_MORE ? new OnlyOnce(demand) : demand);
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        written.writeBytes(copy);
        good.write(bytes);
        if (fault == Fault.SHOWS_BEFORE_THE_COMMIT) {
            script.content(written.toByteArray());
        }
    }

    @Override
    public CompletionStage<Void> commit() {
        if (fault == Fault.LOSES_THE_LAST_BYTE && written.size() > 0) {
            script.content(Arrays.copyOf(written.toByteArray(), written.size() - 1));
            return CompletableFuture.completedStage(null);
        }
        return good.commit();
    }

    @Override
    public void abort() {
        if (fault == Fault.SHOWS_WHAT_IS_ABORTED) {
            script.content(written.toByteArray());
        }
        if (fault == Fault.LEAVES_SOMETHING_BEHIND) {
            leftovers.add("leftover");
        }
        good.abort();
    }

    private static final class OnlyOnce implements Demand {

        private final Demand demand;
        private boolean asked;

        OnlyOnce(Demand demand) {
            this.demand = demand;
        }

        @Override
        public void request(long bytes) {
            if (!asked) {
                asked = true;
                demand.request(bytes);
            }
        }

        @Override
        public void fail(BindException failure) {
            demand.fail(failure);
        }
    }
}
