package org.bindhost.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** How far a writing may go. */
class UploadGateTest {

    private final Grants grants = new Grants();
    private final UploadGate gate = new UploadGate(grants, Runnable::run);

    /** What lies behind, and grants nothing by itself. */
    private static final class Grants implements UploadGate.Target {

        private long wanted;
        private long givenBack;

        @Override
        public void want(long bytes) {
            wanted += bytes;
        }

        @Override
        public void giveBack(long bytes) {
            givenBack += bytes;
        }

        @Override
        public void write(ByteBuffer bytes) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public CompletionStage<Void> commit() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void abort() {}

        @Override
        public boolean isSuspended() {
            return false;
        }

        @Override
        public void whenResumed(Runnable action) {}
    }

    /** A writer that was interrupted has left before it used what it was granted. */
    @Test
    void whatWasGrantedAndNotUsedCanBeWrittenByTheNext() throws IOException {
        gate.asked(10);
        gate.enter();
        assertThat(gate.take(10)).isZero();
        assertThat(grants.wanted).isEqualTo(10);

        gate.granted(10);
        gate.leave();

        assertThat(grants.givenBack).isEqualTo(10);
        assertThat(gate.room()).isEqualTo(10);
    }

    @Test
    void whatIsGrantedWhenNobodyIsInsideCanBeWrittenByTheNext() throws IOException {
        gate.asked(10);
        gate.enter();
        assertThat(gate.take(10)).isZero();

        gate.leave();
        gate.granted(10);

        assertThat(grants.givenBack).isEqualTo(10);
        assertThat(gate.room()).isEqualTo(10);
    }
}
