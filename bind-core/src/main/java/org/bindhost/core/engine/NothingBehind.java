package org.bindhost.core.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bindhost.bind.BindException;

/** What lies behind a gate whose bind has ended: whoever keeps the gate keeps nothing else. */
enum NothingBehind implements UploadGate.Target {
    IT;

    @Override
    public void want(long bytes) {
        // nobody is left to grant it
    }

    @Override
    public void giveBack(long bytes) {
        // nobody counts any more
    }

    @Override
    public void write(ByteBuffer bytes) throws BindException {
        throw new BindException(BindException.Reason.ABORTED, "the bind has ended");
    }

    @Override
    public CompletionStage<Void> commit() {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void abort() {
        // it has ended
    }

    @Override
    public boolean isSuspended() {
        return false;
    }

    @Override
    public void whenResumed(Runnable action) {
        action.run();
    }
}
